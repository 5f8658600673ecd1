package dev.pledgedesk.page;

import dev.pledgedesk.identity.Consents;
import java.util.List;
import java.util.function.UnaryOperator;

/** The boxes of notices in a form: each is named by its notice, and its value says which text stood beside it. */
public final class ConsentBoxes {

    /** Of the names of boxes. */
    public static final String PREFIX = "consents.";
    /** Of the names of guardians' fields. */
    public static final String GUARDIAN = "guardian.";

    private ConsentBoxes() {
    }

    /** Which text a box is ticked for. */
    public static String value(Consents.Notice notice) {
        return notice.version() + " " + notice.digest();
    }

    /** What was ticked; {@code form} gives the text of a field, empty for none. */
    public static List<Consents.Given> ticked(UnaryOperator<String> form, List<Consents.Notice> notices) {
        return notices.stream().filter(n -> !form.apply(PREFIX + n.key()).isBlank()).map(n -> {
            String[] text = form.apply(PREFIX + n.key()).split(" ", 2);
            return new Consents.Given(n.key(), text[0], text.length > 1 ? text[1] : "", form.apply(GUARDIAN + n.key()));
        }).toList();
    }
}
