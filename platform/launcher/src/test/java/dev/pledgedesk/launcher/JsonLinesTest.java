package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** A line of the log is one JSON object that quotes nobody. */
class JsonLinesTest {

    private static JsonNode format(String logger, String message, Throwable thrown, Object... parameters) throws IOException {
        var entry = new LogRecord(Level.WARNING, message);
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        entry.setParameters(parameters);
        String line = new JsonLines().format(entry);
        assertThat(line).endsWith("\n").doesNotContain("secret");
        assertThat(line.strip()).doesNotContain("\n");
        return new ObjectMapper().readTree(line);
    }

    @Test
    void anExceptionIsToldWithoutItsWords() throws IOException {
        JsonNode line = format("dev.pledgedesk.ticket", "it failed", new IllegalStateException("the secret", new SQLException("quotes a secret", "22P02")));
        assertThat(line.path("thrown")).hasSize(2);
        assertThat(line.path("thrown").get(0).path("class").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.path("thrown").get(0).path("at").get(0).asText()).contains("JsonLinesTest");
        assertThat(line.path("thrown").get(1).path("message").asText()).isEqualTo("SQLSTATE 22P02");
        JsonNode machine = format("dev.pledgedesk.launcher", "no port", new ConnectException("Connection refused"));
        assertThat(machine.path("thrown").get(0).path("message").asText()).isEqualTo("Connection refused");
    }

    @Test
    void aLibraryIsQuotedOnlyWhileItWorksForNobody() throws IOException {
        var facts = Map.of("request", "r-1", "tenant", "t-1");
        JsonNode forSomebody = format("org.example", "cannot read {0}", null, "secret", facts);
        assertThat(forSomebody.path("message").asText()).isEqualTo("cannot read {0}");
        assertThat(forSomebody.path("request").asText()).isEqualTo("r-1");
        assertThat(forSomebody.path("tenant").asText()).isEqualTo("t-1");
        assertThat(format("org.example", "port {0} is taken", null, "8080").path("message").asText()).isEqualTo("port 8080 is taken");
        assertThat(format("dev.pledgedesk.mail", "after {0} tries", null, 3, facts).path("message").asText()).isEqualTo("after 3 tries");
        assertThat(format("org.example", "a brace { alone", null, "x").path("message").asText()).isEqualTo("a brace { alone");
    }

    @Test
    void linesCannotBeForged() throws IOException {
        assertThat(format("dev.pledgedesk.x", "one\n{\"level\":\"SEVERE\"}", null).path("message").asText()).isEqualTo("one\n{\"level\":\"SEVERE\"}");
    }
}
