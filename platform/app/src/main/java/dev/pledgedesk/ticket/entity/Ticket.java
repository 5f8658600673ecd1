package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.StringListColumn;
import dev.pledgedesk.tenancy.TicketSection.Status;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A ticket: filed by or for a requester in the first status of its workflow, worked on by a team and an assignee, moved along the workflow of the
 * configuration version it was made under, solved, closed, perhaps reopened, perhaps merged into another.
 */
@Entity
@Table(name = "ticket")
public class Ticket extends Versioned {

    private String number;
    private String type;
    private String category;
    private String status;
    @Column(name = "status_category")
    private String statusCategory;
    private String priority;
    private String channel;
    private Sealed subject;
    @Column(name = "requester_id")
    private UUID requesterId;
    @Column(name = "assignee_id")
    private UUID assigneeId;
    private String team;
    private String department;
    @Convert(converter = StringListColumn.class)
    @Column(name = "tags")
    private List<String> tagTokens;
    @Column(name = "tag_list")
    private Sealed tagList;
    private Sealed fields;
    @Column(name = "merged_into")
    private UUID mergedInto;
    @Column(name = "config_version")
    private int configVersion;
    @Column(name = "external_id")
    private String externalId;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Column(name = "solved_at")
    private Instant solvedAt;
    @Column(name = "solved_by")
    private UUID solvedBy;
    @Column(name = "emptied_at")
    private Instant emptiedAt;

    /** For JPA. */
    protected Ticket() {
    }

    /** A ticket that was just filed. */
    public Ticket(UUID id, String number, String type, UUID requesterId, String channel, int configVersion, Status initial, Instant now) {
        super(id);
        this.number = number;
        this.type = type;
        this.requesterId = requesterId;
        this.channel = channel;
        this.configVersion = configVersion;
        this.status = initial.key();
        this.statusCategory = initial.category().key();
        this.priority = "normal";
        this.tagTokens = List.of();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Says what it is about. */
    public void describe(Sealed newSubject, Sealed newFields) {
        subject = newSubject;
        fields = newFields;
    }

    /** Is called so by the system that it came from. */
    public void callExternally(String id) {
        externalId = id;
    }

    /** What was written is gone; its keys and times stay. */
    public void empty(Instant now) {
        subject = Sealed.REMOVED;
        fields = Sealed.REMOVED;
        tag(null, List.of());
        emptiedAt = now;
    }

    /** When its content was removed, null if it was not. */
    public Instant emptiedAt() {
        return emptiedAt;
    }

    /** Moves to a status; whether it may is the workflow's business. */
    public void moveTo(Status next) {
        status = next.key();
        statusCategory = next.category().key();
    }

    public void classify(String newCategory) {
        category = newCategory;
    }

    public void prioritise(String newPriority) {
        priority = newPriority;
    }

    /** Gives it to a member of staff, null for nobody. */
    public void assign(UUID staffId) {
        assigneeId = staffId;
    }

    public void route(String newTeam, String newDepartment) {
        team = newTeam;
        department = newDepartment;
    }

    /** Gives it other tags: their words, null for none, and what they are found by. */
    public void tag(Sealed words, List<String> tokens) {
        tagList = words;
        tagTokens = List.copyOf(tokens);
    }

    /** Goes on in another ticket. */
    public void mergeInto(UUID other) {
        mergedInto = other;
    }

    /** Something happened to it; makes every happening a new version. */
    public void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1000);
        boolean done = statusCategory().isDone();
        if (done && solvedAt == null) {
            // Whose it is at the end of the change that solves it: handed on later, it stays his.
            solvedAt = updatedAt;
            solvedBy = assigneeId;
        } else if (!done) {
            solvedAt = null;
            solvedBy = null;
        }
    }

    public StatusCategory statusCategory() {
        return StatusCategory.valueOf(statusCategory.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    public String number() {
        return number;
    }

    public String type() {
        return type;
    }

    public String category() {
        return category;
    }

    public String status() {
        return status;
    }

    public String priority() {
        return priority;
    }

    public String channel() {
        return channel;
    }

    public Sealed subject() {
        return subject;
    }

    public UUID requesterId() {
        return requesterId;
    }

    public UUID assigneeId() {
        return assigneeId;
    }

    public String team() {
        return team;
    }

    public String department() {
        return department;
    }

    /** Null without tags. */
    public Sealed tagList() {
        return tagList;
    }

    public Sealed fields() {
        return fields;
    }

    public UUID mergedInto() {
        return mergedInto;
    }

    public int configVersion() {
        return configVersion;
    }

    /** What the system that it came from calls it, null if it came from none. */
    public String externalId() {
        return externalId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Whose it was when it was solved; null if it is not, or was nobody's. */
    public UUID solvedBy() {
        return solvedBy;
    }
}
