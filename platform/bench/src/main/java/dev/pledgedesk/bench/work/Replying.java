package dev.pledgedesk.bench.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.data.Words;
import dev.pledgedesk.bench.load.HttpRequest;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;

/** Answering tickets that each client has filed itself before, while it was warmed. */
final class Replying extends HttpWork {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final OwnTickets tickets;

    Replying(String name, Site site) {
        super(name, site.port(), 201);
        this.site = site;
        this.tickets = new OwnTickets(name, site);
    }

    @Override
    byte[] request(int client, SplittableRandom random) throws IOException {
        String ticket = tickets.of(client, random).get(random.nextInt(OwnTickets.EACH));
        String body = JSON.writeValueAsString(Map.of("body", Words.question(true, "回复", random)));
        return HttpRequest.post(site.host(), "/api/v1/tickets/" + ticket + "/messages", body).bearer(site.token(client)).bytes();
    }
}
