package dev.pledgedesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void sizesAreReadAndWrittenAsPeopleDo() {
        assertThat(Options.size("10k")).isEqualTo(10_000);
        assertThat(Options.size("1M")).isEqualTo(1_000_000);
        assertThat(Options.size("250")).isEqualTo(250);
        assertThat(Options.name(10_000)).isEqualTo("10k");
        assertThat(Options.name(1_000_000)).isEqualTo("1M");
        assertThat(Options.name(250)).isEqualTo("250");
        var options = new Options();
        options.tickets = List.of("1M", "10k");
        assertThat(options.sizes()).as("it can only grow").containsExactly(10_000, 1_000_000);
    }

    @Test
    void aKindOfWorkIsAskedForByTheBeginningOfItsName() {
        var options = new Options();
        assertThat(options.wants("ticket.create")).isTrue();
        options.only = List.of("search", "ticket.read");
        assertThat(options.wants("ticket.create")).isFalse();
        assertThat(options.wants("ticket.read")).isTrue();
        assertThat(options.wants("search.rare-zh")).isTrue();
    }
}
