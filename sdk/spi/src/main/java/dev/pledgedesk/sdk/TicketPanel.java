package dev.pledgedesk.sdk;

import java.util.List;
import java.util.Locale;

/**
 * A panel beside a ticket: what is in it is said here, and drawn by the platform in its own style, for keyboards, screen readers and phones alike.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface TicketPanel {

    /**
     * What the panel shows.
     *
     * @param title  its heading
     * @param blocks from top to bottom, at most ten
     */
    record Panel(Text title, List<Block> blocks) {
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
    }

    /**
     * A table.
     *
     * @param caption what it lists
     * @param columns headings, at most eight
     * @param rows    each with a text for every column; at most a hundred
     */
    record Table(Text caption, List<Text> columns, List<List<Text>> rows) implements Block {
    }

    /**
     * A sentence that stands out.
     *
     * @param text    what it says
     * @param warning whether the reader should do something about it
     */
    record Note(Text text, boolean warning) implements Block {
    }

    /**
     * A button, with what is to be filled in before.
     *
     * @param id     what {@link #act} is called with
     * @param label  on the button
     * @param inputs to be filled in, at most five
     */
    record Action(String id, Text label, List<Input> inputs) implements Block {
    }

    /**
     * Something to be filled in.
     *
     * @param key      what its value is called by
     * @param label    beside it
     * @param required whether it must be
     */
    record Input(String key, Text label, boolean required) {
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
