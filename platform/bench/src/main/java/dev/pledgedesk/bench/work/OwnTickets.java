package dev.pledgedesk.bench.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.load.HttpLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** Tickets that each client has filed itself, before it does something with them. */
final class OwnTickets {

    /** How many each client has. */
    static final int EACH = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Filing filing;
    private final int port;
    private final Map<Integer, List<String>> filed = new ConcurrentHashMap<>();

    OwnTickets(String name, Site site) {
        this.filing = new Filing(name, site, false);
        this.port = site.port();
    }

    /** Ids of those of a client. */
    List<String> of(int client, SplittableRandom random) throws IOException {
        List<String> tickets = filed.get(client);
        if (tickets == null) {
            tickets = file(client, random);
            filed.put(client, tickets);
        }
        return tickets;
    }

    private List<String> file(int client, SplittableRandom random) throws IOException {
        var tickets = new ArrayList<String>();
        var line = new HttpLine(port);
        try {
            while (tickets.size() < EACH) {
                HttpLine.Answer answer = line.ask(filing.request(client, random));
                if (answer.status() != 201) {
                    throw new IOException(filing.name() + ": " + answer.head() + "\n" + answer.text());
                }
                tickets.add(JSON.readTree(answer.body()).path("id").asText());
            }
        } finally {
            line.close();
        }
        return tickets;
    }
}
