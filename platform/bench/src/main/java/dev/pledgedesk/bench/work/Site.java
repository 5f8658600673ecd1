package dev.pledgedesk.bench.work;

import dev.pledgedesk.bench.data.Sketch;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Where the work is done: the big tenant of the running server.
 *
 * @param port    for HTTP
 * @param host    Host header of the tenant
 * @param tokens  of its staff
 * @param tickets generated tickets that are there
 */
public record Site(int port, String host, List<String> tokens, int tickets) {

    /** The token of a client. */
    public String token(int client) {
        return tokens.get(client % tokens.size());
    }

    /** Any of the generated tickets. */
    public UUID anyTicket(SplittableRandom random) {
        return Sketch.id(0, random.nextInt(tickets));
    }
}
