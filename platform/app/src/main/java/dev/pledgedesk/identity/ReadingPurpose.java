package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody opens a customer's contacts for. */
public enum ReadingPurpose {

    /** A ticket of the customer's that is being worked on. */
    TICKET,
    /** An appointment that was made with the customer in a ticket, until it was kept or called off; the record is the ticket. */
    VISIT,
    /** A complaint of the customer's that has not ended. */
    COMPLAINT,
    /** A call in an evaluation of service for which the customer was drawn, until he was spoken to. */
    CALL_BACK,
    /** A request of the customer's as a person with rights, while it waits for a decision. */
    REQUEST,
    /** A privacy officer's own duty, such as answering an authority; says why. */
    DUTY,
    /** None of these, and it cannot wait; says why, and the privacy officer is told. */
    BREAK_GLASS,
    /** Opened before purposes were checked; nobody chooses this. */
    FORMER;

    /** As written in the contract and the database, such as {@code break-glass}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that somebody can name. */
    public static List<ReadingPurpose> choices() {
        return List.of(TICKET, VISIT, COMPLAINT, CALL_BACK, REQUEST, DUTY, BREAK_GLASS);
    }

    /** The choice with that key; a problem at {@code /purpose} if there is none. */
    public static ReadingPurpose of(String key) {
        return choices().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow(() -> Problem.invalid(new FieldError("/purpose", "field.unknown-key", key)));
    }

    /** The purpose that is stored under a key. */
    public static ReadingPurpose known(String key) {
        return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst().orElseThrow();
    }

    /** Whether that record is a ticket. */
    public boolean isOfTicket() {
        return this == TICKET || this == VISIT;
    }

    /** Whether it stops where a customer has had the use of his data restricted. */
    public boolean isHeldBack() {
        return isOfTicket() || this == CALL_BACK;
    }

    /** Whether a record shows that it is true; otherwise the reader's own words have to. */
    public boolean hasGround() {
        return isOfTicket() || this == COMPLAINT || this == CALL_BACK || this == REQUEST;
    }
}
