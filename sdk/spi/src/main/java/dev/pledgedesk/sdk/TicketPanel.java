package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A panel beside a ticket: what is in it is said here, and drawn by the platform in its own style, for keyboards, screen readers and phones alike.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface TicketPanel {

    /** What actions and inputs are called by. */
    Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    /**
     * What the panel shows.
     *
     * @param title  its heading
     * @param blocks from top to bottom, at most ten
     */
    record Panel(Text title, List<Block> blocks) {

        private static final int MOST_BLOCKS = 10;

        /** Refuses what is missing or too much. */
        public Panel {
            Objects.requireNonNull(title, "title");
            blocks = bounded(blocks, MOST_BLOCKS, "blocks");
        }
    }

    private static <T> List<T> bounded(List<T> given, int most, String what) {
        List<T> copy = List.copyOf(given);
        if (copy.size() > most) {
            throw new IllegalArgumentException("at most " + most + " " + what + " are shown");
        }
        return copy;
    }

    private static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of lower-case letters, digits and hyphens: " + key);
        }
    }

    /** A part of a panel. */
    sealed interface Block permits Facts, Table, Note, Action {
    }

    /**
     * Names with values.
     *
     * @param facts at most fifty
     */
    record Facts(List<EntitlementLookup.Fact> facts) implements Block {

        private static final int MOST = 50;

        /** Refuses too many. */
        public Facts {
            facts = bounded(facts, MOST, "facts");
        }
    }

    /**
     * A table.
     *
     * @param caption what it lists
     * @param columns headings, at most eight
     * @param rows    each with a text for every column; at most a hundred
     */
    record Table(Text caption, List<Text> columns, List<List<Text>> rows) implements Block {

        private static final int MOST_COLUMNS = 8;
        private static final int MOST_ROWS = 100;

        /** Refuses what is missing or too much, and rows that are shorter or longer than the headings. */
        public Table {
            Objects.requireNonNull(caption, "caption");
            columns = bounded(columns, MOST_COLUMNS, "columns");
            int width = columns.size();
            rows = bounded(rows, MOST_ROWS, "rows").stream().map(List::copyOf).toList();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("each row has a text for every column");
            }
        }
    }

    /**
     * A sentence that stands out.
     *
     * @param text    what it says
     * @param warning whether the reader should do something about it
     */
    record Note(Text text, boolean warning) implements Block {

        /** Refuses no text. */
        public Note {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A button, with what is to be filled in before.
     *
     * @param id     what {@link #act} is called with; lower-case letters, digits and hyphens
     * @param label  on the button
     * @param inputs to be filled in, at most five
     */
    record Action(String id, Text label, List<Input> inputs) implements Block {

        private static final int MOST_INPUTS = 5;

        /** Refuses what is missing or too much. */
        public Action {
            requireKey(id);
            Objects.requireNonNull(label, "label");
            inputs = bounded(inputs, MOST_INPUTS, "inputs");
        }
    }

    /**
     * Something to be filled in.
     *
     * @param key      what its value is called by; lower-case letters, digits and hyphens
     * @param label    beside it
     * @param required whether it must be
     */
    record Input(String key, Text label, boolean required) {

        /** Refuses what is missing. */
        public Input {
            requireKey(key);
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * Who looks at which ticket.
     *
     * @param ticket   beside which the panel is
     * @param language of the reader
     */
    record Question(TicketSnapshot ticket, Locale language) {
    }

    /**
     * What the panel shows; called each time the page is.
     *
     * @param question who looks at what
     * @return a panel without blocks if there is nothing to show; it is then left out
     * @throws Exception if it cannot be told now; the page says so in its place
     */
    Panel show(Question question) throws Exception;

    /**
     * Somebody has pressed a button.
     *
     * @param action   its id
     * @param inputs   what was filled in
     * @param question who looks at what
     * @return what to tell him
     * @throws Exception if it could not be done
     */
    default Note act(String action, List<FieldValue> inputs, Question question) throws Exception {
        throw new UnsupportedOperationException("no action " + action);
    }
}
