package dev.pledgedesk.bench.process;

/**
 * The line in {@code /proc/<pid>/stat}: who a process is and what CPU it has used, in ticks of 10 ms.
 *
 * @param pid      its number
 * @param parent   its parent's number
 * @param own      user and system time of all its threads, those that ended included
 * @param children the same of its children that ended and were waited for, with theirs
 */
public record ProcessStat(long pid, long parent, long own, long children) {

    /** What Linux shows to programs on every architecture, whatever its own clock is. */
    private static final long TICK_MILLIS = 10;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    /**
     * Reads the line.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ProcessStat parse(String line) {
        // The name stands in parentheses and may hold anything, further parentheses and spaces too.
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        String[] rest = close < 0 ? new String[0] : line.substring(close + 1).strip().split(" ");
        if (open < 1 || rest.length <= CHILDREN_SYSTEM) {
            throw new IllegalArgumentException("no line of /proc/<pid>/stat: " + line);
        }
        return new ProcessStat(Long.parseLong(line.substring(0, open).strip()), Long.parseLong(rest[PARENT]),
            Long.parseLong(rest[USER]) + Long.parseLong(rest[SYSTEM]), Long.parseLong(rest[CHILDREN_USER]) + Long.parseLong(rest[CHILDREN_SYSTEM]));
    }

    /** CPU of the process itself, milliseconds. */
    public long ownMillis() {
        return own * TICK_MILLIS;
    }

    /** CPU of the process and of its children that ended, milliseconds. */
    public long allMillis() {
        return (own + children) * TICK_MILLIS;
    }
}
