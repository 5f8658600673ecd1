package dev.pledgedesk.launcher.importing;

import java.util.List;

/**
 * A row of the file.
 *
 * @param line    line at which it begins, from 1; it may go on over several lines
 * @param columns names of the columns
 * @param cells   one for each column
 */
record Row(long line, List<String> columns, List<String> cells) {

    /** The text of a column that the file has; never null. */
    String cell(String column) {
        return cells.get(columns.indexOf(column));
    }
}
