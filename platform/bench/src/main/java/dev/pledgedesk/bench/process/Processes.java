package dev.pledgedesk.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of this machine. Linux only. */
public final class Processes {

    private static final Path PROC = Path.of("/proc");

    private Processes() {
    }

    /** A process, empty if it is gone. */
    public static Optional<ProcessStat> stat(long pid) {
        try {
            return Optional.of(ProcessStat.parse(Files.readString(PROC.resolve(pid + "/stat")).strip()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The children that live. */
    public static List<ProcessStat> children(long parent) {
        var children = new ArrayList<ProcessStat>();
        try (Stream<Path> entries = Files.list(PROC)) {
            entries.map(entry -> entry.getFileName().toString()).filter(name -> name.matches("\\d+"))
                .forEach(name -> stat(Long.parseLong(name)).filter(child -> child.parent() == parent).ifPresent(children::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return children;
    }

    /**
     * CPU of a process, of its living children and of all that ended below them, milliseconds; nothing is lost when a child ends between two looks,
     * because its parent inherits it.
     *
     * @param except a child that does not count, 0 for none
     */
    public static long treeMillis(long pid, long except) {
        return stat(pid).map(ProcessStat::allMillis).orElse(0L)
            + children(pid).stream().filter(child -> child.pid() != except).mapToLong(ProcessStat::allMillis).sum();
    }

    /** Memory of a process. */
    public static Memory memory(long pid) {
        try {
            Path rollup = PROC.resolve(pid + "/smaps_rollup");
            return Memory.parse(Files.readString(rollup));
        } catch (NoSuchFileException gone) {
            return new Memory(0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
