package dev.pledgedesk.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What can be asked for. */
final class Options {

    private static final int WARM_ALREADY = 10;

    @Option(names = "--distribution", required = true, paramLabel = "FOLDER", description = "The distribution to measure: the folder with bin/pledgedesk.")
    Path distribution;

    @Option(names = "--work", required = true, paramLabel = "FOLDER", description = "Where home, recordings and logs go; deleted before the start.")
    Path work;

    @Option(names = "--module", required = true, paramLabel = "FOLDER", description = "Where results.json and RESULTS.md go with --publish.")
    Path module;

    @Option(names = "--publish", description = "Write results.json and RESULTS.md of the module; otherwise they go to the work folder.")
    boolean publish;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "Only these kinds of work, or all whose names begin so; the controls always run.")
    List<String> only = List.of();

    @Option(names = "--tickets", split = ",", paramLabel = "N", description = "Sizes of the big tenant in ascending order, such as 10k,100k,1M (the default).")
    List<String> tickets = List.of("10k", "100k", "1M");

    @Option(names = "--tenants", description = "Small tenants beside it (default: ${DEFAULT-VALUE}).")
    int tenants = 1_000;

    @Option(names = "--clients", description = "Clients side by side (default: ${DEFAULT-VALUE}).")
    int clients = 16;

    @Option(names = "--rounds", description = "Rounds; each kind of work is run once in each (default: ${DEFAULT-VALUE}).")
    int rounds = 5;

    @Option(names = "--requests", description = "Requests of a kind in a round (default: ${DEFAULT-VALUE}).")
    int requests = 3_000;

    @Option(names = "--seconds", description = "A round of a kind ends after this time at the latest (default: ${DEFAULT-VALUE}).")
    int seconds = 20;

    @Option(names = "--warm-up", description = "Requests of each kind before the first round (default: ${DEFAULT-VALUE}); work that takes long is cut off at six times the round's limit.")
    int warmUp = 15_000;

    @Option(names = "--port", description = "HTTP port on loopback (default: ${DEFAULT-VALUE}).")
    int port = 8100;

    @Option(names = "--profile", description = "After the rounds, say where the CPU goes: one file per kind of work in the work folder. The figures of such a run are not published.")
    boolean profile;

    @Option(names = "--memory-minutes", description = "Minutes of mixed load before memory is read, 0 for none (default: ${DEFAULT-VALUE}).")
    int memoryMinutes = 10;

    @Option(names = "--rounds-only", description = "Without starts and memory.")
    boolean roundsOnly;

    @Option(names = "--cipher", description = "Only this: what encryption costs, beside the same build with a cipher that does nothing, at the first size.")
    boolean cipher;

    @Option(names = "--search", description = "Only this: what search over keyed tokens costs, beside the same build with words in clear, at the first size.")
    boolean search;

    @Option(names = "--plugins", description = "Only this: what calls of plugins cost, beside the same without, at the first size.")
    boolean plugins;

    @Option(names = "--promises", description = "Only this: what clocks cost, beside the same without policies, at the first size.")
    boolean promises;

    @Option(names = "--many-clocks", description = "Only this: timers, time machine and the month's report among many clocks, at all sizes.")
    boolean manyClocks;

    @Option(names = "--staff", description = "Only this: the check of passes, a roster proposed, and a month appraised.")
    boolean staff;

    @Option(names = "--java-options", paramLabel = "OPTIONS", description = "Further options for the server's JVM, to try something out.")
    String javaOptions = "";

    /** Whether a kind of work was asked for. */
    boolean wants(String name) {
        return only.isEmpty() || only.stream().anyMatch(name::startsWith);
    }

    /** The sizes as numbers. */
    List<Integer> sizes() {
        return tickets.stream().map(Options::size).sorted().toList();
    }

    /** A size such as 10k. */
    static int size(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int factor = lower.endsWith("k") ? 1_000 : lower.endsWith("m") ? 1_000_000 : 1;
        return Integer.parseInt(factor == 1 ? lower : lower.substring(0, lower.length() - 1)) * factor;
    }

    /** A size as it is written in ids. */
    static String name(int size) {
        return size % 1_000_000 == 0 ? size / 1_000_000 + "M" : size % 1_000 == 0 ? size / 1_000 + "k" : Integer.toString(size);
    }

    /** Requests of each kind before the first round at a size that is not the first: caches are cold, the compiled code is there already. */
    int warmUpOfLaterSizes() {
        return warmUp / WARM_ALREADY;
    }
}
