package dev.pledgedesk.plugins.mail;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts off what a mail repeats of the one it answers; what was said before stands in the conversation already. */
final class Quotes {

    private static final Pattern QUOTED = Pattern.compile("^\\s*>.*");
    /** How mail programs introduce what they repeat, in English and Chinese. */
    private static final List<Pattern> BEGINNINGS = List.of(
            Pattern.compile("^\\s*-{2,}\\s*(Original Message|Forwarded message|原始邮件|原始信息|回复的原邮件)\\s*-{2,}\\s*$", Pattern.CASE_INSENSITIVE),
            Pattern.compile("^\\s*(On\\s.{6,200}\\swrote|在.{4,200}写道|.{0,80}于.{4,120}写道)\\s*[:：]\\s*$"),
            Pattern.compile("^\\s*_{20,}\\s*$"));
    private static final Pattern FROM = Pattern.compile("^\\s*(From|发件人)\\s*[:：].*");
    private static final Pattern SENT = Pattern.compile("^\\s*(Sent|Date|发送时间|日期|时间)\\s*[:：].*");
    private static final int NEAR = 3;
    private static final int LONGEST_INTRODUCTION = 300;

    private Quotes() {
    }

    /** The text without what it repeats; all of it if nothing else would be left. */
    static String cut(String text) {
        String[] lines = text.split("\n", -1);
        int end = beginning(lines);
        // What is quoted at the end; answers between quoted lines stay with them.
        while (end > 0 && (lines[end - 1].isBlank() || QUOTED.matcher(lines[end - 1]).matches())) {
            end--;
        }
        String kept = String.join("\n", List.of(lines).subList(0, end)).strip();
        return kept.isEmpty() ? text.strip() : kept;
    }

    /** Where what is repeated begins; behind the last line if nothing is. */
    private static int beginning(String[] lines) {
        boolean[] answered = new boolean[lines.length + 2];
        boolean[] quoted = new boolean[lines.length + 2];
        for (int i = lines.length - 1; i >= 0; i--) {
            boolean quote = QUOTED.matcher(lines[i]).matches();
            quoted[i] = quoted[i + 1] || quote;
            answered[i] = answered[i + 1] || !quote && !lines[i].isBlank();
        }
        for (int i = 0; i < lines.length; i++) {
            int after = introduced(lines, i);
            // Who answers below each quoted part has written what follows himself.
            if (after > 0 && (!quoted[after] || !answered[after]) || isHead(lines, i)) {
                return i;
            }
        }
        return lines.length;
    }

    /** The line behind the one, or the two, in which a program says who wrote what; 0 if this is none. */
    private static int introduced(String[] lines, int i) {
        if (lines[i].length() > LONGEST_INTRODUCTION) {
            return 0;
        }
        if (BEGINNINGS.stream().anyMatch(b -> b.matcher(lines[i]).matches())) {
            return i + 1;
        }
        boolean broken = lines[i].strip().startsWith("On ") && i + 1 < lines.length && lines[i + 1].length() <= LONGEST_INTRODUCTION
                && BEGINNINGS.get(1).matcher(lines[i].strip() + " " + lines[i + 1].strip()).matches();
        return broken ? i + 2 : 0;
    }

    /** Whether the head of a mail is repeated from here on. */
    private static boolean isHead(String[] lines, int i) {
        if (!FROM.matcher(lines[i]).matches()) {
            return false;
        }
        for (int j = i + 1; j < Math.min(lines.length, i + 1 + NEAR); j++) {
            if (SENT.matcher(lines[j]).matches()) {
                return true;
            }
        }
        return false;
    }
}
