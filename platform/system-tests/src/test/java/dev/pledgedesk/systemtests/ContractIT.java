package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Contract;
import dev.pledgedesk.systemtests.desk.Contract.Operation;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is served is the contract. That every answer is one of the declared ones is checked on every request of every test. */
class ContractIT {

    private final Visitor guest = Vendor.art().guest();

    @Test
    void theServedDocumentIsTheFile() {
        for (Visitor anywhere : List.of(guest, Vendor.appliance().guest(), Server.common().operator().with(null))) {
            for (String path : List.of("/openapi", "/api/openapi.yaml")) {
                Answer answer = anywhere.send("GET", path, null);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).as(path).isEqualTo(Contract.get().bytes());
                assertThat(answer.header("Content-Type")).startsWith("application/yaml");
            }
        }
    }

    @Test
    void theReferenceShowsEveryOperation() {
        String page = guest.send("GET", "/api/reference", null).text();
        for (Operation operation : Contract.get().operations()) {
            assertThat(page).contains(operation.id()).contains(Contract.ROOT + operation.path());
        }
    }

    @Test
    void whatIsNotInTheContractIsNotThere() {
        for (String path : List.of("/api/v1/nothing", "/api/v1", "/api/v2/tickets", "/api/v1/tickets/", "/metrics", "/api/v1/application.wadl")) {
            assertThat(guest.send("GET", path, null).status()).as(path).isIn(401, 403, 404);
        }
        assertThat(guest.send("PUT", "/api/v1/tickets", "{}").refusal().status()).isEqualTo(405);
        assertThat(guest.send("POST", "/api/v1/tokens", "x", "Content-Type", "text/plain").refusal().status()).isEqualTo(415);
    }

    @Test
    void answersSayNothingOfTheServer() {
        for (String path : List.of("/", "/api/v1/me", "/api/v1/catalogue", "/nothing-here", "/api/v1/tickets?page%5Bsize%5D=%00")) {
            Answer answer = guest.send("GET", path, null);
            assertThat(answer.headers().map().keySet()).as(path).noneMatch(name -> name.equalsIgnoreCase("Server") || name.equalsIgnoreCase("X-Powered-By"));
            assertThat(answer.text()).as(path).doesNotContain("Payara", "GlassFish", "Exception", "jersey");
        }
        assertThat(guest.send("OPTIONS", "/api/v1/catalogue", null).text()).as("not the server's own description of the API").isEqualTo("HEAD, GET, OPTIONS");
    }
}
