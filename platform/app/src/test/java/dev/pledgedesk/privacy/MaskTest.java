package dev.pledgedesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** A mask shows enough to recognise and too little to use. */
class MaskTest {

    @Test
    void aMailShowsItsFirstLetterAndItsHost() {
        assertThat(Mask.MAIL.apply("li.na@example.com")).isEqualTo("l•••@example.com");
        assertThat(Mask.MAIL.apply("𠀀李@example.com")).as("a letter of two units stays whole").isEqualTo("𠀀•••@example.com");
        assertThat(Mask.MAIL.apply("no mail")).isEqualTo("•••");
        assertThat(Mask.MAIL.apply(null)).isNull();
    }

    @Test
    void aPhoneShowsItsLastFourDigitsIfThereAreOthersEnough() {
        assertThat(Mask.PHONE.apply("+8613800138000")).isEqualTo("•••8000");
        assertThat(Mask.PHONE.apply("1234567")).isEqualTo("•••");
    }

    @Property
    void neverMoreThanFourDigitsOfAPhone(@ForAll @NumericChars @StringLength(min = 1, max = 15) String phone) {
        assertThat(Mask.PHONE.apply(phone).replace("•", "")).hasSizeLessThanOrEqualTo(4);
    }
}
