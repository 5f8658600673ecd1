package dev.pledgedesk.complaint.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.TenantConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is wrong with a regime is told by its place; the delivered ones are right. */
class ComplaintCheckTest {

    private static List<String> findings(String folder, String what, String by) {
        Map<String, Object> sections = new TreeMap<>();
        for (String section : List.of("tenant", "organisation", "tickets", "calendars", "complaints")) {
            Path file = Path.of("../../tenant-config", folder, section + ".yaml");
            if (Files.exists(file)) {
                try {
                    String text = Files.readString(file);
                    assertThat(section.equals("complaints") ? text : what).contains(what);
                    sections.put(section, new Load(LoadSettings.builder().build()).loadFromString(section.equals("complaints") ? text.replaceFirst(java.util.regex.Pattern.quote(what), by) : text));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        ComplaintCheck check = new ComplaintCheck();
        check.clock = () -> Instant.parse("2026-03-02T01:00:00Z");
        ConfigFindings findings = new ConfigFindings();
        check.check(new ObjectMapper().convertValue(sections, TenantConfig.class), findings);
        return findings.all().stream().map(f -> f.pointer() + " " + f.message()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"art-platform", "smart-appliance", "smart-home", "call-centre"})
    void theDeliveredOnesAreRight(String folder) {
        assertThat(findings(folder, "regimes", "regimes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            next: [investigating]          | next: [accepted, investigating]        | /regimes/0/stages/0/next complaint.leads-to-itself
            next: [investigating]          | next: [archived, investigating]        | /regimes/0/stages/0/next complaint.archived-unasked
            next: [solving]                | next: []                               | /regimes/0/stages/1 complaint.leads-nowhere
            next: [solving]                | next: [accepted]                       | /regimes/0/stages/0 complaint.cannot-be-left
            next: [solving]                | next: [accepted]                       | /regimes/0/stages/2 complaint.never-reached
            next: [solving]                | next: [nowhere]                        | /regimes/0/stages/1/next/0 config.unknown-reference
            roles: [supervisor, quality-inspector] | roles: []                      | /regimes/0/stages/1 complaint.nobody-responsible
            roles: [agent, supervisor]     | roles: [agent, nobody]                 | /regimes/0/stages/0/roles/1 config.unknown-reference
            kind: archived                 | kind: work                             | /regimes/0/stages complaint.kinds-of-stages
            kind: asking                   | kind: work                             | /regimes/0/stages complaint.kinds-of-stages
            again: investigating           | again: follow-up                       | /regimes/0/again config.unknown-reference
            startIn: [investigating]       | startIn: [accepted]                    | /regimes/0/stages/1 complaint.without-clock
            startIn: [investigating]       | startIn: [nowhere]                     | /regimes/0/limits/1/startIn/0 config.unknown-reference
            key: investigation             | key: accept                            | /regimes/0/limits/1/key config.key-twice
            key: investigation             | key: opinion                           | /regimes/0/limits/1/key complaint.key-taken
            warnAt: [80]                   | warnAt: [80, 20]                       | /regimes/0/limits/1/warnAt/1 promise.not-ascending
            '- roles: [manager]'           | '- roles: [supervisor]'                | /regimes/0/levels/1/roles/0 promise.escalates-in-a-circle
            severities: [serious]          | severities: [dreadful]                 | /regimes/0/tell/0/severities/0 config.unknown-reference
            types: [complaint]             | types: [consultations]                 | /regimes/0/types/0 config.unknown-reference
            {key: wording, name            | {key: attitude, name                   | /causes/1/key config.key-twice
            """)
    void aFaultIsToldByItsPlace(String what, String by, String place) {
        assertThat(findings("call-centre", what, by)).contains(place);
    }

    @Test
    void withoutComplaintsNothingIsAsked() {
        ComplaintCheck check = new ComplaintCheck();
        ConfigFindings findings = new ConfigFindings();
        check.check(new TenantConfig(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null), findings);
        assertThat(findings.all()).isEmpty();
    }
}
