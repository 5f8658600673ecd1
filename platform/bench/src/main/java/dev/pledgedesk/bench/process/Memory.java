package dev.pledgedesk.bench.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of a process as {@code /proc/<pid>/smaps_rollup} has it, bytes.
 *
 * @param resident     pages that are in memory, shared ones in full
 * @param proportional the same with every shared page divided by the number of those who share it
 */
public record Memory(long resident, long proportional) {

    private static final Pattern LINE = Pattern.compile("(?m)^(Rss|Pss):\\s+(\\d+) kB$");

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if a figure is missing
     */
    public static Memory parse(String file) {
        long resident = -1;
        long proportional = -1;
        Matcher line = LINE.matcher(file);
        while (line.find()) {
            long bytes = Long.parseLong(line.group(2)) << 10;
            if (line.group(1).equals("Rss")) {
                resident = bytes;
            } else {
                proportional = bytes;
            }
        }
        if (resident < 0 || proportional < 0) {
            throw new IllegalArgumentException("no memory figures: " + file);
        }
        return new Memory(resident, proportional);
    }

    /** Both together. */
    public Memory plus(Memory other) {
        return new Memory(resident + other.resident, proportional + other.proportional);
    }
}
