package dev.pledgedesk.plugins.art;

import dev.pledgedesk.sdk.Setting;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * How certificates of authenticity are numbered.
 *
 * @param letters what a number begins with
 * @param digits  how many follow; the last two are the check number of the others
 * @param checked whether that check number is looked at
 */
public record Certificates(
        @Setting(en = "Letters that a number begins with", zhCn = "编号前缀", pattern = "[A-Z]{1,6}") String letters,
        @Setting(en = "Digits after them", zhCn = "其后位数", preset = "8", min = 4, max = 16) int digits,
        @Setting(en = "Whether the last two digits are a check number (ISO 7064, MOD 97-10)", zhCn = "末两位是否为校验码（ISO 7064 MOD 97-10）", preset = "true") boolean checked) {

    private static final int MODULUS = 97;

    /** Whether a number can have been given. */
    boolean fits(String number) {
        if (!number.startsWith(letters) || number.length() != letters.length() + digits || !number.substring(letters.length()).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return !checked || remainder(number.substring(letters.length())) == 1;
    }

    private static int remainder(String digits) {
        int remainder = 0;
        for (char digit : digits.toCharArray()) {
            remainder = (remainder * 10 + digit - '0') % MODULUS;
        }
        return remainder;
    }

    /**
     * A key by which certificates were signed.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PublicKey key(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException("the key is no Ed25519 key in base64 / 不是 base64 格式的 Ed25519 公钥");
        }
    }
}
