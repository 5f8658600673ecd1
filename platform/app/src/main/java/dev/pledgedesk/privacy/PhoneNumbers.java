package dev.pledgedesk.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Phone numbers in the one form in which we keep and compare them: E.164. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{5,15}");

    private PhoneNumbers() {
    }

    /**
     * A number as E.164, such as {@code +8613800138000}. A problem at {@code pointer} if it is none that the country's numbering plan knows the length of.
     *
     * @param region country of numbers without a country code, such as {@code CN}; null where such numbers are not understood
     */
    public static String e164(String text, String region, String pointer) {
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s().\\-/]", "").replaceFirst("^00", "+");
        if (!DIGITS.matcher(digits).matches()) {
            throw Problem.invalid(new FieldError(pointer, "field.phone"));
        }
        if (region == null && !digits.startsWith("+")) {
            throw Problem.invalid(new FieldError(pointer, "field.phone-country"));
        }
        try {
            PhoneNumber number = NUMBERS.parse(digits, region);
            if (NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE) {
                return NUMBERS.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException noNumber) {
            // Told below.
        }
        throw Problem.invalid(new FieldError(pointer, "field.phone"));
    }

    /** The forms that releases before E.164 may have kept a number in: those that mean this number to people of the region, and no other. */
    static List<String> formerForms(String e164, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(e164, null);
            String national = NUMBERS.format(number, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", "");
            return Stream.of(national, NUMBERS.getNationalSignificantNumber(number), e164.substring(1)).filter(form -> means(form, region, e164)).toList();
        } catch (NumberParseException unreadable) {
            throw new IllegalStateException("not E.164", unreadable);
        }
    }

    private static boolean means(String form, String region, String e164) {
        try {
            return NUMBERS.format(NUMBERS.parse(form, region), PhoneNumberFormat.E164).equals(e164);
        } catch (NumberParseException meansNothing) {
            return false;
        }
    }
}
