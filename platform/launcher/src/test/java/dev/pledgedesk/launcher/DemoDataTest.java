package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {

    private static final String ACCOUNTS = "accounts:\n  - {role: agent, login: agent, name: Li Na, password: long enough words, roles: [agent]}\n";
    private static final String TICKET = "  - type: consultation\n    subject: %s\n    description: Words.\n    requester: {name: Wang Wei, email: %s}\n"
        + "    steps:\n      - {by: %s, kind: public-reply, body: Hello.}\n";

    @TempDir
    private Path home;
    private Path demo;

    @BeforeEach
    void folder() throws IOException {
        demo = Files.createDirectories(home.resolve("some-vendor/demo"));
        Files.writeString(demo.resolve("accounts.yaml"), ACCOUNTS);
    }

    @Test
    void showsAccountsAndThenTheFirstRequesterWithoutPassword() throws IOException {
        tickets(TICKET.formatted("One", "wei@example.com", "customer") + TICKET.formatted("Two", "else@example.com", "agent"));
        assertThat(read().shown()).containsExactly(new ReadyFile.Account("agent", "agent", "long enough words"),
            new ReadyFile.Account("customer", "wei@example.com", null));
        assertThat(read().tickets().get(0).channel()).isEqualTo(DemoData.PORTAL);
    }

    @Test
    void aFolderWithoutDemoIsEmpty() throws IOException {
        Files.delete(demo.resolve("accounts.yaml"));
        assertThat(read().accounts()).isEmpty();
        assertThat(read().tickets()).isEmpty();
    }

    @Test
    void namesTenantFileAndEntryOfSomebodyUnknown() throws IOException {
        tickets(TICKET.formatted("One", "wei@example.com", "agent") + TICKET.formatted("Two", "wei@example.com", "nobody"));
        refuses("some-vendor: demo/tickets.yaml, ticket 2 (Two), step 1 by nobody: nobody is called \"nobody\".");
    }

    @Test
    void namesTheFileOfSomebodyUnknownOnDutyOrAppraised() throws IOException {
        Files.writeString(demo.resolve("roster.yaml"), "by: agent\nshifts:\n  - {inDays: 0, shift: day, post: seat, who: [agent, nobody]}\n");
        refuses("some-vendor: demo/roster.yaml: nobody is called \"nobody\".");
        Files.writeString(demo.resolve("roster.yaml"), "by: agent\nshifts: []\n");
        Files.writeString(demo.resolve("appraisal.yaml"), "inspector: agent\nsampling: monthly\ninspections: []\nby: agent\nscheme: agents\nappraisals: []\n"
            + "merits:\n  - {to: agent, rule: praise, by: agent, reason: Thanks, approvedBy: [boss]}\n");
        refuses("some-vendor: demo/appraisal.yaml: nobody is called \"boss\".");
    }

    @Test
    void refusesTwoTicketsThatCouldNotBeToldApart() throws IOException {
        tickets(TICKET.formatted("One", "wei@example.com", "agent") + TICKET.formatted("One", "wei@example.com", "agent"));
        refuses("some-vendor: demo/tickets.yaml, ticket 2 (One): each ticket needs a subject of its own.");
    }

    @Test
    void namesTheLineOfBrokenYaml() throws IOException {
        tickets("  - {type: [consultation}\n");
        refuses("some-vendor: demo/tickets.yaml line 2: ");
    }

    @Test
    void refusesAMemberThatNobodyReads() throws IOException {
        Files.writeString(demo.resolve("accounts.yaml"), ACCOUNTS.replace("name:", "nmae:"));
        refuses("some-vendor: demo/accounts.yaml, accounts 1, nmae: there is no such member.");
    }

    private void tickets(String entries) throws IOException {
        Files.writeString(demo.resolve("tickets.yaml"), "tickets:\n" + entries);
    }

    private DemoData read() {
        return DemoData.read(new TenantFolder(demo.getParent()));
    }

    private void refuses(String line) {
        assertThatExceptionOfType(LauncherFailure.class).isThrownBy(this::read).satisfies(failure -> {
            assertThat(failure).hasMessageContaining(line);
            assertThat(failure.getMessage()).doesNotContain("\n");
            assertThat(failure.exitCode()).isEqualTo(ExitCode.APPLICATION);
        });
    }
}
