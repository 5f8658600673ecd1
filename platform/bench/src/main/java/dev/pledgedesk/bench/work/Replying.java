package dev.pledgedesk.bench.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.data.Words;
import dev.pledgedesk.bench.load.HttpLine;
import dev.pledgedesk.bench.load.HttpRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** Answering tickets that each client has filed itself before, while it was warmed. */
final class Replying extends HttpWork {

    private static final int TICKETS = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final Filing filing;
    private final Map<Integer, List<String>> filed = new ConcurrentHashMap<>();

    Replying(String name, Site site) {
        super(name, site.port(), 201);
        this.site = site;
        this.filing = new Filing(name, site, false);
    }

    @Override
    byte[] request(int client, SplittableRandom random) throws IOException {
        List<String> tickets = filed.get(client);
        if (tickets == null) {
            tickets = file(client, random);
            filed.put(client, tickets);
        }
        String body = JSON.writeValueAsString(Map.of("body", Words.question(true, "回复", random)));
        return HttpRequest.post(site.host(), "/api/v1/tickets/" + tickets.get(random.nextInt(TICKETS)) + "/messages", body).bearer(site.token(client)).bytes();
    }

    private List<String> file(int client, SplittableRandom random) throws IOException {
        var tickets = new ArrayList<String>();
        var line = new HttpLine(site.port());
        try {
            while (tickets.size() < TICKETS) {
                HttpLine.Answer answer = line.ask(filing.request(client, random));
                if (answer.status() != 201) {
                    throw new IOException(name() + ": " + answer.head() + "\n" + answer.text());
                }
                tickets.add(JSON.readTree(answer.body()).path("id").asText());
            }
        } finally {
            line.close();
        }
        return tickets;
    }
}
