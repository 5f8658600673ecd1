package dev.pledgedesk.bench.profile;

import dev.pledgedesk.bench.process.ProcessStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** CPU of the threads of a process by kind: request threads, compiler, garbage collector and so on. */
final class ThreadCpu {

    private ThreadCpu() {
    }

    /** Milliseconds by kind of the threads that live. */
    static Map<String, Long> byKind(long pid) throws IOException {
        var kinds = new TreeMap<String, Long>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                try {
                    String stat = Files.readString(thread.resolve("stat")).strip();
                    String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                    kinds.merge(kind(name), ProcessStat.parse(stat).ownMillis(), Long::sum);
                } catch (IOException ended) {
                    continue;
                }
            }
        }
        return kinds;
    }

    /** The name without its number: the kernel keeps the first 15 characters of it. */
    static String kind(String name) {
        for (String prefix : List.of("http-thread-poo", "C1 Compiler", "C2 Compiler", "GC Thread", "G1 ", "VM ", "concurrent")) {
            if (name.startsWith(prefix)) {
                return prefix.strip();
            }
        }
        return name.replaceAll("[-#(: ]*\\d+.*$", "");
    }

    /** What was used between two looks, without those that used nothing. */
    static Map<String, Long> between(Map<String, Long> before, Map<String, Long> after) {
        var used = new TreeMap<String, Long>();
        after.forEach((kind, millis) -> {
            long more = millis - before.getOrDefault(kind, 0L);
            if (more > 0) {
                used.put(kind, more);
            }
        });
        return used;
    }
}
