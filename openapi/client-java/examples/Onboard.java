import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.ApiClient;
import dev.pledgedesk.client.api.EventsApi;
import dev.pledgedesk.client.api.IdentityApi;
import dev.pledgedesk.client.api.TenantsApi;
import dev.pledgedesk.client.api.TicketsApi;
import dev.pledgedesk.client.connect.Connection;
import dev.pledgedesk.client.connect.Pages;
import dev.pledgedesk.client.model.ConfigurationFile;
import dev.pledgedesk.client.model.ConfigurationFiles;
import dev.pledgedesk.client.model.Event;
import dev.pledgedesk.client.model.EventPage;
import dev.pledgedesk.client.model.IntegrationClient;
import dev.pledgedesk.client.model.NewIntegrationClient;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.NewStaffMember;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.client.model.Token;
import dev.pledgedesk.client.model.TokenRequest;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Sets up a tenant, lets a program file a ticket, and follows what happens to it. Takes {@code ready.json} of a desk that runs:
 *
 * <pre>
 * java -Djdk.httpclient.allowRestrictedHeaders=host -cp 'openapi/client-java/target/client-java-0.1.0-SNAPSHOT.jar:openapi/client-java/target/lib/*' \
 *     openapi/client-java/examples/Onboard.java ~/.pledgedesk/ready.json
 * </pre>
 */
public final class Onboard {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PASSWORD = "a password for the example only";

    private final URI server;
    private final String key = "example-" + UUID.randomUUID().toString().substring(0, 8);
    private final String host;

    private Onboard(URI server) {
        this.server = server;
        this.host = key + ".localhost:" + server.getPort();
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode ready = new ObjectMapper().readTree(new File(arguments[0]));
        URI server = URI.create(ready.path("baseUrl").asText());
        new Onboard(server).run(ready.path("operator").path("token").asText());
    }

    /** The tenant is meant by the Host header, since names below localhost are not known to every system. */
    private Connection desk() {
        return Connection.to(server).withHost(host).withPatience(PATIENCE);
    }

    private void run(String operatorToken) throws Exception {
        TenantsApi operator = new TenantsApi(Connection.to(server).withToken(() -> operatorToken).withPatience(PATIENCE).open());
        operator.applyConfiguration(key, new ConfigurationFiles().files(List.of(
                file("tenant.yaml", "key: " + key + "\nname: {en: Example}\nnumberPrefix: EX\nlocales: [en]\nzone: Asia/Shanghai\nhosts: [" + key + ".localhost]\nbranding: {color: '#0b5f6b', monogram: E}\ncontact: {phone: '1'}\n"),
                file("organisation.yaml", "departments: [{key: desk, name: {en: Desk}}]\nteams: [{key: first, name: {en: First}, department: desk}]\nroles:\n"
                        + "- {key: agent, name: {en: Agent}, permissions: [ticket.read, ticket.reply, ticket.write, client.manage]}\n- {key: program, name: {en: Program}, permissions: [ticket.create, ticket.read, event.read]}\n"),
                file("tickets.yaml", "workflows:\n- key: plain\n  statuses:\n  - {key: new, name: {en: New}, category: new, next: [open, solved]}\n"
                        + "  - {key: open, name: {en: Open}, category: open, next: [solved]}\n  - {key: solved, name: {en: Solved}, category: solved, next: [open]}\n"
                        + "categories: []\nticketTypes: [{key: question, name: {en: Question}, workflow: plain}]\n"))), null);
        System.out.println("tenant   " + key);

        new IdentityApi(Connection.to(server).withToken(() -> operatorToken).withPatience(PATIENCE).open()).createTenantStaff(key, new NewStaffMember().login("agent").name("Agent").password(PASSWORD).roles(List.of("agent")), null);
        Token token = new IdentityApi(desk().open()).createToken(new TokenRequest().grantType(TokenRequest.GrantTypeEnum.PASSWORD).name("agent").password(PASSWORD));
        ApiClient agent = desk().withToken(token::getAccessToken).open();
        IntegrationClient made = new IdentityApi(agent).createApiClient(new NewIntegrationClient().name("Shop").roles(List.of("program")), null);

        ApiClient program = desk().withClient(made.getId(), made.getSecret()).open();
        Ticket ticket = new TicketsApi(program).createTicket(new NewTicket().type("question").subject("Where is my order").description("It was to come on Monday.")
                .requester(new NewRequester().name("Customer").email("customer@example.com")), null);
        System.out.println("ticket   " + ticket.getNumber());

        TicketsApi answering = new TicketsApi(agent);
        answering.createMessage(ticket.getId(), new NewMessage().body("It left the store this morning."), null);
        Ticket now = answering.getTicket(ticket.getId());
        answering.changeTicket(ticket.getId(), new TicketChange().status("solved"), "\"" + now.getVersion() + "\"");

        EventsApi events = new EventsApi(program);
        Pages.items(after -> events.listEvents(null, 2, after), EventPage::getItems, EventPage::getLinks).filter(e -> e.getSubjectId().equals(ticket.getId())).map(Event::getType).forEach(type -> System.out.println("event    " + type));
        System.out.println("status   " + new TicketsApi(program).getTicket(ticket.getId()).getStatus());
    }

    private static ConfigurationFile file(String path, String content) {
        return new ConfigurationFile().path(path).content(content);
    }
}
