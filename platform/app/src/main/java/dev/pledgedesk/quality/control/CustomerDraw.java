package dev.pledgedesk.quality.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/** Puts customers into an order by chance, each with one of his tickets: the same seed and the same tickets give the same order. Pure. */
public final class CustomerDraw {

    /** A customer, and the ticket that he is asked about. */
    public record Pick(UUID customerId, UUID ticketId) {
    }

    private CustomerDraw() {
    }

    /** All of them; whoever needs some takes the first ones. */
    public static List<Pick> order(Map<UUID, ? extends Collection<UUID>> ticketsOf, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<UUID> left = new ArrayList<>(new TreeMap<>(ticketsOf).keySet());
        List<Pick> order = new ArrayList<>();
        for (int size = left.size(); size > 0; size--) {
            int drawn = chance.nextInt(size);
            UUID customer = left.get(drawn);
            left.set(drawn, left.get(size - 1));
            List<UUID> his = ticketsOf.get(customer).stream().sorted().toList();
            order.add(new Pick(customer, his.get(chance.nextInt(his.size()))));
        }
        return order;
    }
}
