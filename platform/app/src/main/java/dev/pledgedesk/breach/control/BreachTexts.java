package dev.pledgedesk.breach.control;

import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What is written of a leak, sealed under the leak's own key: it may name several persons, and none of them alone. */
@ApplicationScoped
public class BreachTexts {

    static final TextBounds TITLE = new TextBounds(3, 200);
    static final TextBounds WORDS = new TextBounds(3, 4000);
    /** Room for what a template says around three such texts. */
    static final TextBounds LETTER = new TextBounds(3, 20000);

    @Inject
    PersonalData personalData;

    Sealed seal(UUID breach, String column, String text) {
        return personalData.seal(breach, new Place("breach", column, breach), text);
    }

    String open(UUID breach, String column, Sealed sealed) {
        return personalData.open(breach, new Place("breach", column, breach), sealed);
    }

    Sealed sealNote(UUID breach, UUID duty, String text) {
        return personalData.seal(breach, note(duty), text);
    }

    String openNote(UUID breach, UUID duty, Sealed sealed) {
        return personalData.open(breach, note(duty), sealed);
    }

    private static Place note(UUID duty) {
        return new Place("breach_duty", "note", duty);
    }
}
