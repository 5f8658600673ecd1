package dev.pledgedesk.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out what PostgreSQL said last when it refused to start: only what was written since this object was made. */
final class Complaints {

    private static final List<String> MARKS = List.of("FATAL:", "PANIC:", "error:");

    private final Path startLog;
    private final Path serverLogs;
    private final Map<Path, Integer> linesBefore = new HashMap<>();

    /**
     * Remembers how long the logs are now.
     *
     * @param startLog   what a program writes before its own log is open
     * @param serverLogs the directory of the server's own logs, may be absent
     */
    Complaints(Path startLog, Path serverLogs) {
        this.startLog = startLog;
        this.serverLogs = serverLogs;
        logs().forEach(log -> linesBefore.put(log, lines(log).size()));
    }

    /** The last complaint without time stamp and mark, or a hint where to look. */
    String last() {
        String found = "";
        for (Path log : logs()) {
            for (String line : lines(log).stream().skip(linesBefore.getOrDefault(log, 0)).toList()) {
                for (String mark : MARKS) {
                    int at = line.indexOf(mark);
                    if (at >= 0) {
                        found = line.substring(at + mark.length()).strip();
                    }
                }
            }
        }
        return found.isEmpty() ? "no reason was given, see " + startLog : found;
    }

    private List<Path> logs() {
        try (var files = Files.isDirectory(serverLogs) ? Files.list(serverLogs) : Stream.<Path>empty()) {
            return Stream.concat(Stream.of(startLog), files.sorted()).toList();
        } catch (IOException unreadable) {
            return List.of(startLog);
        }
    }

    private static List<String> lines(Path log) {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.toList();
        } catch (IOException | UncheckedIOException absent) {
            return List.of();
        }
    }
}
