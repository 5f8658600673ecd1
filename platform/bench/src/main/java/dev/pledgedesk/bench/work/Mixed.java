package dev.pledgedesk.bench.work;

import dev.pledgedesk.bench.load.Client;
import dev.pledgedesk.bench.load.Work;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Several kinds of work in turns, by their weights: what a desk does all day. */
public final class Mixed implements Work {

    private final Map<Work, Integer> weights;

    private Mixed(Map<Work, Integer> weights) {
        this.weights = weights;
    }

    /**
     * A day of the big tenant's staff, with a look into the small ones.
     *
     * @param site    the big tenant
     * @param small   small tenants whose staff can sign in, with their host and tokens
     * @param tenants how many small tenants there are
     */
    public static Mixed day(Site site, List<Site> small, int tenants) {
        Map<String, Integer> wanted = Map.of("ticket.create", 10, "ticket.read", 25, "queue.page", 10, "queue.page-html", 20, "ticket.page-html", 20,
            "search.rare-zh", 5);
        var weights = new LinkedHashMap<Work, Integer>();
        Catalogue.product(site).stream().filter(work -> wanted.containsKey(work.name())).forEach(work -> weights.put(work, wanted.get(work.name())));
        small.forEach(other -> weights.put(Catalogue.queue("queue.page-small", other), 1));
        weights.put(Catalogue.portals(site.port(), tenants), 5);
        return new Mixed(weights);
    }

    @Override
    public String name() {
        return "mixed";
    }

    @Override
    public Client client(int number) throws Exception {
        var clients = new ArrayList<Client>();
        var wheel = new ArrayList<Client>();
        for (var entry : weights.entrySet()) {
            Client client = entry.getKey().client(number);
            clients.add(client);
            for (int i = 0; i < entry.getValue(); i++) {
                wheel.add(client);
            }
        }
        var random = new SplittableRandom(number);
        return new Client() {
            @Override
            public void once() throws Exception {
                wheel.get(random.nextInt(wheel.size())).once();
            }

            @Override
            public void close() throws IOException, SQLException {
                for (Client client : clients) {
                    client.close();
                }
            }
        };
    }
}
