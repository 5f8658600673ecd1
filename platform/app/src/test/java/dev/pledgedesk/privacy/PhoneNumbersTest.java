package dev.pledgedesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.pledgedesk.kernel.Problem;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that ring at the same phone have one form. */
class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({"+86 138-0013 8000, CN", "0086 138 0013 8000, CN", "１３８００１３８０００, CN", "138 0013 8000, CN", "+8613800138000, DE", "+86 138 0013 8000,"})
    void oneMobileHasOneForm(String written, String region) {
        assertThat(PhoneNumbers.e164(written, region, "/phone")).isEqualTo("+8613800138000");
    }

    @ParameterizedTest
    @CsvSource({"(010) 8888.9999, CN, +861088889999", "+49/30/901820, CN, +4930901820", "030 901820, DE, +4930901820", "07400 123456, GB, +447400123456", "400-200-0110, CN, +864002000110"})
    void theNationalPrefixGoes(String written, String region, String form) {
        assertThat(PhoneNumbers.e164(written, region, "/phone")).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "1234", "12345678901234567", "+86+138", "call me", "12345x", "+999123456789", "+8612", "138001380001380", "123456"})
    void whatIsNoPhoneNumberIsRefused(String written) {
        assertThat(catchThrowableOfType(Problem.class, () -> PhoneNumbers.e164(written, "CN", "/phone")).kind()).isEqualTo(Problem.Kind.INVALID);
    }

    @Test
    void withoutACountryTheCodeIsAskedFor() {
        assertThat(catchThrowableOfType(Problem.class, () -> PhoneNumbers.e164("13800138000", null, "/phone")).errors()).extracting(e -> e.message()).containsExactly("field.phone-country");
    }

    @Test
    void formerFormsAreThoseThatPeopleWrote() {
        assertThat(PhoneNumbers.formerForms("+861088889999", "CN")).contains("01088889999", "861088889999");
        assertThat(PhoneNumbers.formerForms("+8613800138000", "CN")).contains("13800138000");
        assertThat(PhoneNumbers.formerForms("+13862345678", "CN")).as("which are a mobile in China").isEmpty();
        assertThat(PhoneNumbers.formerForms("+13862345678", "US")).contains("3862345678", "13862345678");
    }

    @Property
    void theFormOfAFormIsItself(@ForAll("numbers") String e164) {
        assertThat(PhoneNumbers.e164(e164, "US", "/phone")).isEqualTo(e164);
    }

    @Provide
    Arbitrary<String> numbers() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        return Arbitraries.of(numbers.getSupportedRegions()).map(numbers::getExampleNumber).filter(n -> n != null).map(n -> numbers.format(n, PhoneNumberUtil.PhoneNumberFormat.E164));
    }
}
