package dev.pledgedesk.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Stack samples of a recording, counted in several ways. */
final class Samples {

    private static final String OURS = "dev.pledgedesk.";

    private final Map<String, Integer> self = new HashMap<>();
    private final Map<String, Integer> packages = new HashMap<>();
    private final Map<String, Integer> inclusive = new HashMap<>();
    private final Map<String, Integer> ours = new HashMap<>();
    private final Map<String, Long> allocated = new HashMap<>();
    private int total;
    private long bytes;

    /** Reads what a recording has of a time. */
    static Samples read(Path recording, Instant from, Instant to) throws IOException {
        var samples = new Samples();
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getStackTrace() == null || event.getStartTime().isBefore(from) || event.getStartTime().isAfter(to)) {
                    continue;
                }
                switch (event.getEventType().getName()) {
                    case "jdk.ExecutionSample" -> samples.add(event.getStackTrace().getFrames().stream().map(Samples::name).toList());
                    case "jdk.ObjectAllocationSample" -> samples.allocation(event.getStackTrace().getFrames().stream().map(Samples::name).toList(), event.getLong("weight"));
                    default -> { }
                }
            }
        }
        return samples;
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName().replaceAll("\\$\\$Lambda.*", "\\$lambda") + "." + frame.getMethod().getName();
    }

    /** One sample; the frame that ran comes first. */
    void add(List<String> frames) {
        if (frames.isEmpty()) {
            return;
        }
        total++;
        self.merge(frames.get(0), 1, Integer::sum);
        packages.merge(room(frames.get(0)), 1, Integer::sum);
        Set<String> seen = new HashSet<>(frames);
        seen.forEach(frame -> inclusive.merge(frame, 1, Integer::sum));
        ours.merge(frames.stream().filter(frame -> frame.startsWith(OURS)).findFirst().orElse("(no frame of the product)"), 1, Integer::sum);
    }

    private void allocation(List<String> frames, long weight) {
        bytes += weight;
        allocated.merge(frames.stream().filter(frame -> frame.startsWith(OURS)).findFirst().orElse(frames.isEmpty() ? "?" : room(frames.get(0))), weight, Long::sum);
    }

    /** The first three parts of a package, of ours four. */
    static String room(String frame) {
        String[] parts = frame.split("\\.");
        int length = Math.min(parts.length - 2, frame.startsWith(OURS) ? 4 : 3);
        return String.join(".", List.of(parts).subList(0, Math.max(1, length)));
    }

    /** The tables, so many lines each. */
    String text(int lines) {
        return String.format(Locale.ROOT, "%d samples%n", total) + table("by package of the method that ran", packages, lines, 0, 100)
            + table("by method that ran", self, lines, 0, 100) + table("by the product's method nearest to it", ours, lines, 0, 100)
            + table("by method on the stack (2 to 92 %)", inclusive, lines * 3, 2, 92) + allocations(lines);
    }

    private String table(String title, Map<String, Integer> counts, int lines, double from, double to) {
        var text = new StringBuilder("  -- " + title + "\n");
        counts.entrySet().stream().filter(e -> e.getValue() * 100.0 / total >= from && e.getValue() * 100.0 / total <= to)
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(lines)
            .forEach(e -> text.append(String.format(Locale.ROOT, "  %5.1f %%  %s%n", e.getValue() * 100.0 / total, e.getKey())));
        return text.toString();
    }

    private String allocations(int lines) {
        var text = new StringBuilder(String.format(Locale.ROOT, "  -- allocation, %d MB sampled, by the product's method nearest to it%n", bytes >> 20));
        allocated.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(lines)
            .forEach(e -> text.append(String.format(Locale.ROOT, "  %5.1f %%  %s%n", e.getValue() * 100.0 / Math.max(1, bytes), e.getKey())));
        return text.toString();
    }
}
