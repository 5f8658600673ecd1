package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures are the operator's: they count what happens and name nobody. */
class MetricsIT {

    private final Server server = Server.common();
    private final Vendor art = Vendor.art();
    private final Vendor appliance = Vendor.appliance();

    @Test
    void theOperatorReadsFiguresOfBothVendorsThatNameNobody() throws Exception {
        double before = value("pledgedesk_request_seconds_count{operation=\"createTicket\",status=\"2xx\"}");
        double failures = value("pledgedesk_sign_in_failures_total");
        var filed = Drafts.filed(art, "counted");
        Drafts.filed(appliance, "counted too");
        art.guest().send("POST", "/api/v1/tokens", Map.of("grantType", "password", "name", "nobody", "password", "wrong wrong wrong"));
        assertThat(value("pledgedesk_request_seconds_count{operation=\"createTicket\",status=\"2xx\"}")).isEqualTo(before + 2);
        assertThat(value("pledgedesk_sign_in_failures_total")).isEqualTo(failures + 1);
        assertThat(value("pledgedesk_database_answers")).isEqualTo(1);
        assertThat(value("pledgedesk_database_connections_open")).isBetween(1.0, 20.0);
        assertThat(value("pledgedesk_database_connections_used")).isBetween(0.0, 16.0);
        assertThat(value("pledgedesk_work_due{kind=\"journal-seal\"}")).isGreaterThanOrEqualTo(0);
        assertThat(value("pledgedesk_work_lag_seconds{kind=\"mail\"}")).isGreaterThanOrEqualTo(0);
        assertThat(value("jvm_memory_heap_used_bytes")).isGreaterThan(1_000_000);
        assertThat(text()).doesNotContain(filed.getId().toString(), art.key(), appliance.key(), "java.", "\tat ").endsWith("\n");
    }

    @Test
    void nobodyElseReadsThem() throws Exception {
        String token = Files.readString(server.home().resolve("keys/metrics.token"));
        Visitor collector = server.operator().with(token);
        assertThat(collector.send("GET", "/metrics", null).status()).as("the collector's token").isEqualTo(200);
        assertThat(collector.send("GET", "/api/v1/tenants", null).status()).as("is good for nothing else").isEqualTo(404);
        assertThat(server.operator().with(null).send("GET", "/metrics", null).status()).isEqualTo(401);
        assertThat(server.operator().with("rubbish").send("GET", "/metrics", null).status()).isEqualTo(401);
        for (Vendor vendor : java.util.List.of(art, appliance)) {
            assertThat(vendor.guest().send("GET", "/metrics", null).status()).isEqualTo(404);
            assertThat(server.operator().on(vendor.guest().host()).send("GET", "/metrics", null).status()).isEqualTo(404);
            assertThat(vendor.staff("tenant-administrator").visitor().on(server.operator().host()).send("GET", "/metrics", null).status()).isEqualTo(401);
        }
    }

    private String text() {
        Answer answer = server.operator().send("GET", "/metrics", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        return answer.text();
    }

    private double value(String series) {
        return text().lines().filter(line -> line.startsWith(series + " ")).mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1))).findFirst().orElse(0);
    }
}
