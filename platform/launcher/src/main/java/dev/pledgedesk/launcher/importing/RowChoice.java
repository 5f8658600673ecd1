package dev.pledgedesk.launcher.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows are taken: those whose cells are among the wanted texts, for every column named.
 *
 * @param wanted texts by column; empty takes all rows
 */
record RowChoice(Map<String, List<String>> wanted) {

    /** Whether a row is taken. */
    boolean takes(Row row) {
        return wanted.entrySet().stream().allMatch(e -> e.getValue().contains(row.cell(e.getKey()).strip()));
    }

    /** The columns that it looks at. */
    Set<String> columns() {
        return wanted.keySet();
    }
}
