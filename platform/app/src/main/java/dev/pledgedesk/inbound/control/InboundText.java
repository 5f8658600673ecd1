package dev.pledgedesk.inbound.control;

import dev.pledgedesk.inbound.entity.InboundMessage;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Seals and opens what messages say that wait. */
@ApplicationScoped
public class InboundText {

    /** The columns of what they say. */
    static final String[] COLUMNS = {"sender", "sender_name", "subject", "body"};

    @Inject
    PersonalData personalData;

    /** What a message says, in clear. */
    public record Words(String sender, String senderName, String subject, String body) {
    }

    /** Fetches what opens these messages, at once. */
    public void fetchKeys(List<InboundMessage> messages) {
        personalData.fetch(messages.stream().map(InboundMessage::personId).toList());
    }

    /** Opens what one says; members are null once it waits no more. */
    public Words open(InboundMessage m) {
        return new Words(open(m, "sender", m.sender()), open(m, "sender_name", m.senderName()), open(m, "subject", m.subject()), open(m, "body", m.body()));
    }

    private String open(InboundMessage m, String column, Sealed sealed) {
        return personalData.open(m.personId(), place(column, m.id()), sealed);
    }

    /** Has one wait with what it says. */
    void hold(InboundMessage m, String why, UUID seemsToBelong, Words words, List<UUID> files) {
        m.hold(why, seemsToBelong, seal(m, "sender", words.sender()), seal(m, "sender_name", words.senderName()), seal(m, "subject", words.subject()), seal(m, "body", words.body()), files);
    }

    private Sealed seal(InboundMessage m, String column, String value) {
        return personalData.seal(m.personId(), place(column, m.id()), value);
    }

    /** Nobody can read what it said, from no backup either, if its words had a key of their own. */
    void forget(InboundMessage m) {
        if (m.isNobodys()) {
            personalData.forget(m.personId());
        }
    }

    private static Place place(String column, UUID row) {
        return new Place("inbound_message", column, row);
    }
}
