package dev.pledgedesk.inbound.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.inbound.InboundState;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.JsonColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A message that came in. What it says is here only as long as it waits. */
@Entity
@Table(name = "inbound_message")
public class InboundMessage extends Versioned {

    private static final ObjectMapper JSON = new ObjectMapper();

    private String channel;
    @Column(name = "external_id")
    private String externalId;
    private String way;
    @Column(name = "person_id")
    private UUID personId;
    private String state;
    private String reason;
    @Column(name = "ticket_id")
    private UUID ticketId;
    private Sealed sender;
    @Column(name = "sender_name")
    private Sealed senderName;
    private Sealed subject;
    private Sealed body;
    @Convert(converter = JsonColumn.class)
    private JsonNode files;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "received_at")
    private Instant receivedAt;
    @Column(name = "decided_by")
    private UUID decidedBy;

    /** For JPA. */
    protected InboundMessage() {
    }

    /**
     * One that came in and took effect, or is about to wait.
     *
     * @param personId whose key covers what it says; its own id if nobody knows him
     */
    public InboundMessage(UUID id, String channel, String externalId, String way, UUID personId, Instant sentAt, Instant now) {
        super(id);
        this.channel = channel;
        this.externalId = externalId;
        this.way = way;
        this.personId = personId;
        this.files = JSON.createArrayNode();
        this.sentAt = sentAt;
        this.receivedAt = now;
    }

    /** It took effect; where may be null. */
    public void took(InboundState effect, UUID where) {
        state = effect.key();
        ticketId = where;
    }

    /** It waits for staff, who read what it says. */
    public void hold(String why, UUID seemsToBelong, Sealed from, Sealed fromName, Sealed about, Sealed says, List<UUID> kept) {
        state = InboundState.HELD.key();
        reason = why;
        ticketId = seemsToBelong;
        sender = from;
        senderName = fromName;
        subject = about;
        body = says;
        files = JSON.valueToTree(kept.stream().map(UUID::toString).toList());
    }

    /** Somebody has decided; what it says is here no longer. */
    public void decided(InboundState effect, UUID where, UUID who) {
        took(effect, where);
        decidedBy = who;
        empty();
    }

    /** Nobody decides about it any more; what it says goes. */
    public void disposed() {
        if (state() == InboundState.HELD) {
            took(InboundState.DISMISSED, ticketId);
        }
        empty();
    }

    private void empty() {
        sender = null;
        senderName = null;
        subject = null;
        body = null;
        files = JSON.createArrayNode();
    }

    /** Whether its words have a key of their own, nobody being known whose they are. */
    public boolean isNobodys() {
        return personId.equals(id());
    }

    public InboundState state() {
        return InboundState.find(state).orElseThrow();
    }

    public String channel() {
        return channel;
    }

    public String way() {
        return way;
    }

    /** Whether its sender has a mail address; a phone number otherwise. */
    public boolean isMail() {
        return "mail".equals(way);
    }

    public UUID personId() {
        return personId;
    }

    /** Why it waits; null if it does not. */
    public String reason() {
        return reason;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public Sealed sender() {
        return sender;
    }

    public Sealed senderName() {
        return senderName;
    }

    public Sealed subject() {
        return subject;
    }

    public Sealed body() {
        return body;
    }

    /** Files that wait with it. */
    public List<UUID> files() {
        return StreamSupport.stream(files.spliterator(), false).map(n -> UUID.fromString(n.asText())).toList();
    }

    public Instant sentAt() {
        return sentAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }
}
