package dev.pledgedesk.appraisal.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/** Draws so many tickets of each person at random: the same seed and the same tickets give the same draw. Pure. */
public final class SampleDraw {

    private SampleDraw() {
    }

    /** The draw, by person in the order of their ids; of who has fewer all are taken. */
    public static Map<UUID, List<UUID>> draw(Map<UUID, List<UUID>> ticketsOf, int perPerson, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Map<UUID, List<UUID>> drawn = new TreeMap<>();
        new TreeMap<>(ticketsOf).forEach((who, his) -> {
            List<UUID> left = new ArrayList<>(his.stream().sorted().toList());
            List<UUID> taken = new ArrayList<>();
            while (taken.size() < perPerson && !left.isEmpty()) {
                taken.add(left.remove(chance.nextInt(left.size())));
            }
            drawn.put(who, List.copyOf(taken));
        });
        return drawn;
    }
}
