package dev.pledgedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** If-Match names the version that was read; without it nothing is changed. */
class ETagsTest {

    @ParameterizedTest
    @CsvSource({"'\"7\"', 7", "'W/\"7\"', 7", "' \"0\" ', 0", "7, 7"})
    void aVersionIsRead(String header, long version) {
        assertThat(ETags.required(header)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = "*")
    void aStarIsAnyVersion(String header) {
        assertThat(ETags.required(header)).isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "  ")
    void nothingIsNotEnough(String header) {
        assertThat(catchThrowableOfType(Problem.class, () -> ETags.required(header)).kind()).isEqualTo(Problem.Kind.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "\"1\", \"2\"", "\"99999999999999999999\"", "\"\""})
    void whatIsNoneOfOursIsStale(String header) {
        assertThat(catchThrowableOfType(Problem.class, () -> ETags.required(header)).kind()).isEqualTo(Problem.Kind.STALE);
    }
}
