package dev.pledgedesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.kernel.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts that reach the same person have one form. */
class BlindIndexTest {

    @ParameterizedTest
    @CsvSource({"Li.Na@Example.com, li.na@example.com", "' ISTANBUL@X.TR ', istanbul@x.tr", "ｌｉ＠ｅｘａｍｐｌｅ.com, li@example.com", "李娜@例子.中国, 李娜@例子.中国"})
    void mailAddressesHaveOneForm(String written, String form) {
        assertThat(BlindIndex.mail(written, "/email")).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@", "@b", "a b@c", "a@b@c", "<a@b>", "a@b,c@d", "\"a\"@b", "a@b\r\nBcc: c@d"})
    void whatIsNoMailAddressIsRefused(String written) {
        assertThat(catchThrowableOfType(Problem.class, () -> BlindIndex.mail(written, "/email")).errors()).extracting(e -> e.pointer()).containsExactly("/email");
    }
}
