package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineInterfaceTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = CommandLineInterface.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }

    @Test
    void helpNamesCommandsSettingsAndExitStatus() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("serve", "migrate", "check", "tenant", "import", "PLEDGEDESK_HTTP_PORT", "PLEDGEDESK_DB_URL").doesNotContain("warm-up");
        for (ExitCode code : ExitCode.values()) {
            assertThat(out.toString()).containsPattern("(?m)^\\s+" + code.number() + "\\s+" + java.util.regex.Pattern.quote(code.meaning()));
        }
    }

    @Test
    void everyCommandExplainsItself() {
        for (String[] command : new String[][] {{"serve"}, {"migrate"}, {"check"}, {"tenant"}, {"tenant", "plan"}, {"tenant", "apply"}, {"tenant", "list"},
            {"tenant", "suspend"}, {"tenant", "resume"}, {"tenant", "close"}, {"tenant", "export"}, {"import"}, {"backup"}, {"restore"}}) {
            out.getBuffer().setLength(0);
            String[] help = java.util.Arrays.copyOf(command, command.length + 1);
            help[command.length] = "--help";
            assertThat(run(help)).isZero();
            assertThat(out.toString()).startsWith("Usage: pledgedesk " + String.join(" ", command));
        }
    }

    @Test
    void aWrongCommandLineIsOneLineAndStatusTwo() {
        for (String[] wrong : new String[][] {{"serve", "--profile", "test"}, {"serve", "--fast"}, {"dance"}, {"tenant", "suspend", "art-platform"}, {"tenant", "close", "art-platform", "--reason", "gone"}, {"tenant", "plan"}, {"import"}, {"import", "a.csv", "--parallel", "many"}}) {
            err.getBuffer().setLength(0);
            assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE.number());
            assertThat(err.toString().strip()).startsWith("pledgedesk: ").contains("--help").doesNotContain("\n");
        }
    }

    @Test
    void exitStatusesAreDistinctAndStable() {
        assertThat(ExitCode.values()).extracting(ExitCode::number).containsExactly(0, 1, 2, 3, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    }
}
