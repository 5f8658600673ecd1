package com.example.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.sdk.AnswerSuggester;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdktest.Instances;
import dev.pledgedesk.sdktest.PluginContract;
import dev.pledgedesk.sdktest.TestContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of every plugin is inherited; what is tested here is what this one is for. */
class ExamplePluginTest extends PluginContract {

    @Override
    protected DeskPlugin plugin() {
        return new ExamplePlugin();
    }

    @Override
    protected Map<String, ?> settings(String contribution) {
        return Map.of();
    }

    @Test
    void whoAsksForOpeningHoursHearsThemAndWhetherSomebodyIsThere() throws Exception {
        TestContext context = new TestContext(ZoneId.of("Asia/Shanghai")).at(Instant.parse("2026-03-02T09:59:59Z"));
        AnswerSuggester suggester = Instances.make(AnswerSuggester.class, Instances.offered(plugin(), "opening-hours"), settings("opening-hours"), context);
        var asked = new AnswerSuggester.Question(AnswerSuggester.Reader.CUSTOMER, "question", "Your Opening Hours?", "", Locale.ENGLISH);
        assertThat(suggester.suggest(asked)).singleElement().satisfies(s -> assertThat(s.body()).endsWith("Somebody is here now."));
        context.pass(Duration.ofSeconds(1));
        assertThat(suggester.suggest(asked)).singleElement().satisfies(s -> assertThat(s.body()).as("six in the evening").endsWith("Nobody is here now."));
    }

    @Test
    void aDayThatEndsBeforeItBeginsIsRefused() {
        assertThat(Instances.findings(Instances.offered(plugin(), "opening-hours"), Map.of("opens", "18:00", "closes", "09:00"))).singleElement().asString().contains("must open before it closes");
        assertThat(Instances.findings(Instances.offered(plugin(), "opening-hours"), Map.of("opens", "nine"))).singleElement().asString().contains("nine is no time");
    }
}
