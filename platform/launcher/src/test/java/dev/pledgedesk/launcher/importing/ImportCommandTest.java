package dev.pledgedesk.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

    private static final String[] USUAL = {"--login", "agent", "--type", "feedback", "--anonymous", "--map", "description=text", "--subject-from", "text",
        "--map", "fields.mood=mood"};

    @TempDir
    private Path folder;
    private Path file;
    private Path secret;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private LauncherFailure failure;

    @BeforeEach
    void writeFiles() throws IOException {
        secret = Files.writeString(folder.resolve("secret"), "not a demo\n");
        rows("id,mood,text", "1,good,快", "2,bad,慢", "3,good,\"two", "lines\"", "4,good", "5,good,last");
    }

    private void rows(String... lines) throws IOException {
        file = Files.write(folder.resolve("voices.csv"), List.of(lines), StandardCharsets.UTF_8);
    }

    private int run(SmallDesk desk, String... more) {
        List<String> arguments = new ArrayList<>(List.of(file.toString(), "--server", desk.address(), "--secret-file", secret.toString()));
        arguments.addAll(List.of(USUAL));
        arguments.addAll(List.of(more));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var commandLine = new CommandLine(new ImportCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        commandLine.setExecutionExceptionHandler((e, command, result) -> {
            if (e instanceof LauncherFailure known) {
                failure = known;
                return known.exitCode().number();
            }
            throw e;
        });
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    @Test
    void goesOnAfterBadRowsAndSaysWhichTheyAre() throws Exception {
        try (var desk = new SmallDesk()) {
            assertThat(run(desk, "--key", "id")).isEqualTo(ExitCode.PROBLEMS.number());
            assertThat(desk.filed()).containsExactly("voices:1", "voices:3", "voices:5");
            assertThat(desk.tickets()).allMatch(ticket -> ticket.at("/requester/anonymous").asBoolean());
            assertThat(out.toString()).contains("5 of 5 rows chosen: 3 filed, 0 there already, 2 refused.").contains("voices.csv.errors.csv");
            assertThat(err.toString()).contains(file + ":3: mood: not so", file + ":6: It has 2 cells");
            assertThat(Files.readAllLines(folder.resolve("voices.csv.errors.csv")).get(0)).isEqualTo("line,column,error");
            assertThat(Files.readAllLines(folder.resolve("voices.csv.errors.csv"))).contains("3,mood,not so",
                "6,,\"It has 2 cells, the first line names 3 columns.\"").hasSize(3);

            rows("id,mood,text", "0,good,new first row", "1,good,快", "2,good,慢", "3,good,\"two", "lines\"", "4,good,now whole", "5,good,last");
            assertThat(run(desk, "--key", "id")).isZero();
            assertThat(out.toString()).contains("6 of 6 rows chosen: 3 filed, 3 there already, 0 refused.");
            assertThat(desk.filed()).hasSize(6);
            assertThat(folder.resolve("voices.csv.errors.csv")).as("the list of the earlier run").doesNotExist();
        }
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        try (var desk = new SmallDesk()) {
            assertThat(run(desk, "--dry-run")).isEqualTo(ExitCode.PROBLEMS.number());
            assertThat(desk.checks()).isEqualTo(3);
            assertThat(desk.filed()).isEmpty();
            assertThat(out.toString()).contains("3 would be filed", "Nothing was written.");
        }
    }

    @Test
    void takesChosenRowsOnly() throws Exception {
        try (var desk = new SmallDesk()) {
            rows("id,mood,text", "1,good,a", "2,fine,b", "3,fine,c", "4,odd,d");
            assertThat(run(desk, "--key", "id", "--source", "s", "--where", "mood=fine,odd", "--where", "id=2,4")).isZero();
            assertThat(desk.filed()).containsExactly("s:2", "s:4");
        }
    }

    @Test
    void outlastsTroublesAndLosesAndDoublesNothing() throws Exception {
        rows(IntStream.rangeClosed(0, 60).mapToObj(i -> i == 0 ? "id,mood,text" : i + ",good,text " + i % 7).toArray(String[]::new));
        try (var desk = new SmallDesk(503, 429, 502, 504, 409, SmallDesk.LOST_ANSWER, 503, SmallDesk.LOST_ANSWER, 401, 429)) {
            assertThat(run(desk, "--key", "id", "--parallel", "8")).as(err.toString()).isZero();
            assertThat(desk.filed()).hasSize(60);
            assertThat(desk.tickets()).hasSize(60);
            assertThat(desk.signIns()).as("again after the 401").isGreaterThanOrEqualTo(2);
            assertThat(run(desk, "--key", "id")).isZero();
            assertThat(out.toString()).contains("0 filed, 60 there already");
        }
    }

    @Test
    void equalRowsAreNotOne() throws Exception {
        try (var desk = new SmallDesk()) {
            rows("id,mood,text", ",good,same", ",good,same", ",good,same");
            assertThat(run(desk)).isZero();
            assertThat(desk.filed()).hasSize(3);
            assertThat(run(desk)).isZero();
            assertThat(desk.filed()).as("every time the same names").hasSize(3);
            assertThat(run(desk, "--map", "externalId=mood")).as("an id of the source's own, twice").isEqualTo(ExitCode.PROBLEMS.number());
            assertThat(err.toString()).contains(":3: mood: \"good\" stands in line 2 already.");
        }
    }

    @Test
    void givesUpWhenTheDeskRefusesAltogetherOrStaysAway() throws Exception {
        try (var desk = new SmallDesk(403)) {
            assertThat(run(desk, "--parallel", "1")).isEqualTo(ExitCode.REMOTE.number());
            assertThat(failure).hasMessageContaining("Trouble 403");
        }
        try (var desk = new SmallDesk(503, 503, 503)) {
            assertThat(run(desk, "--patience", "0", "--parallel", "1")).isEqualTo(ExitCode.REMOTE.number());
            assertThat(failure).hasMessageContaining("run the same command again");
            assertThat(out.toString()).contains("not reached");
        }
    }

    @Test
    void aWrongCommandLineAsksNothingOfTheDesk() throws Exception {
        try (var desk = new SmallDesk()) {
            for (String[] wrong : new String[][] {{"--key", "number"}, {"--where", "colour=red"}, {"--map", "tags=colour"}, {"--parallel", "0"},
                {"--delimiter", "ab"}, {"--charset", "EBCDIC-ODD"}, {"--errors", file.toString()}, {"--client", "x"}, {"--subject-from", "text:0"},
                {"--source", ""}}) {
                failure = null;
                assertThat(run(desk, wrong)).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE.number());
            }
            assertThat(desk.signIns()).isZero();
            assertThat(Files.readString(file)).startsWith("id,");
        }
    }
}
