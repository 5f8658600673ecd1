package dev.pledgedesk.bench.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.load.HttpRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Giving tickets from one agent to the other and back, one after the other, by one client that has filed them itself. */
public final class Assigning extends HttpWork {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final List<UUID> agents;
    private final OwnTickets tickets;
    private int next;

    /** Such work, for two agents who may both be given it. */
    public Assigning(String name, Site site, List<UUID> agents) {
        super(name, site.port(), 200);
        this.site = site;
        this.agents = agents;
        this.tickets = new OwnTickets(name, site);
    }

    @Override
    byte[] request(int client, SplittableRandom random) throws IOException {
        List<String> own = tickets.of(client, random);
        int round = next / OwnTickets.EACH;
        String body = JSON.writeValueAsString(Map.of("assigneeId", agents.get(round % 2).toString()));
        String ticket = own.get(next++ % OwnTickets.EACH);
        return HttpRequest.patch(site.host(), "/api/v1/tickets/" + ticket, body).header("If-Match", "*").bearer(site.token(client)).bytes();
    }
}
