package dev.pledgedesk.identity.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells a password that others try first: one on the list of common ones, a run on the keyboard or of the alphabet, or a word that is near at hand
 * (the vendor's name, the sign-in name), with no more than a little added. Writing it with other letter cases, signs between or digits for letters
 * does not help.
 */
final class CommonPasswords {

    /** What has to be left of a password without the word that gives it away. */
    private static final int MIN_REST = 6;
    private static final int MIN_WORD = 6;
    /** Own words may be short; a name of two Chinese characters is one already. */
    private static final int MIN_OWN_WORD = 4;
    private static final int FEWEST_SIGNS = 4;
    private static final String LETTERS_FOR = "0o1i3e4a5s7t@a$s!i8b9g";
    private static final List<String> RUNS = List.of("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "zaq12wsxcde34rfvbgt56yhnmju78ik",
            "1q2w3e4r5t6y7u8i9o0p", "qawsedrftgyhujikolp", "qazwsxedcrfvtgbyhnujmikolp", "1a2b3c4d5e6f7g8h9i0j", "a1b2c3d4e5f6g7h8i9j0", "147258369", "159357", "741852963");
    private static final Set<String> WORDS = read();

    private CommonPasswords() {
    }

    private static Set<String> read() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream("/dev/pledgedesk/identity/common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines().filter(l -> !l.startsWith("#") && l.length() >= MIN_WORD).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Whether the password is one of those.
     *
     * @param ownWords words near at hand, in any form
     */
    static boolean include(String password, Collection<String> ownWords) {
        String lower = password.toLowerCase(Locale.ROOT);
        String plain = lettersAndDigits(lower);
        if (plain.codePoints().distinct().count() < FEWEST_SIGNS) {
            return true;
        }
        List<String> own = ownWords.stream().map(w -> lettersAndDigits(w.toLowerCase(Locale.ROOT))).filter(CommonPasswords::isWord).toList();
        return isGivenAway(plain, own) || isGivenAway(lettersAndDigits(withLetters(lower)), own);
    }

    private static boolean isWord(String own) {
        return own.length() >= MIN_OWN_WORD || own.codePoints().anyMatch(Character::isIdeographic) && own.length() > 1;
    }

    private static boolean isGivenAway(String plain, List<String> own) {
        return own.stream().anyMatch(word -> leavesLittle(plain, word)) || IntStream.rangeClosed(0, plain.length() - MIN_WORD)
                .anyMatch(from -> IntStream.rangeClosed(from + MIN_WORD, plain.length()).mapToObj(to -> plain.substring(from, to))
                        .anyMatch(part -> (WORDS.contains(part) || isRun(part)) && leavesLittle(plain, part)));
    }

    private static boolean leavesLittle(String plain, String word) {
        return plain.contains(word) && plain.replace(word, "").length() < MIN_REST;
    }

    private static boolean isRun(String part) {
        String back = new StringBuilder(part).reverse().toString();
        return RUNS.stream().anyMatch(run -> run.contains(part) || run.contains(back));
    }

    private static String lettersAndDigits(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String withLetters(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = LETTERS_FOR.indexOf(c);
            plain.append(at >= 0 && at % 2 == 0 ? LETTERS_FOR.charAt(at + 1) : c);
        }
        return plain.toString();
    }
}
