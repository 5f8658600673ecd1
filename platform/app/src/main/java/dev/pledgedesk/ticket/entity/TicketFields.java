package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of tickets are to a person. */
@ApplicationScoped
public class TicketFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(ticket(), message(), attachment(), attachmentChunk(), change(), watcher(), link(), view(), searchDocument());
    }

    private static FieldTable ticket() {
        return FieldTable.of("ticket", Whose.CUSTOMERS).none("tenant_id", "config_version", "version").kept(Retention.WITH_TICKET)
                .usedFor(Purpose.SERVICE).seenByPersonAnd(Permission.TICKET_READ)
                .ordinary("id", "number", "type", "category", "status", "status_category", "priority", "channel", "requester_id", "merged_into", "created_at", "updated_at", "emptied_at")
                .personal("subject", "fields").seenBy(Permission.TICKET_READ).ordinary("external_id").personal("tag_list").seenBy().personal("tags")
                .usedFor(Purpose.SERVICE, Purpose.WORK).seenByPersonAnd(Permission.TICKET_READ).ordinary("assignee_id", "team", "department", "solved_at", "solved_by").end();
    }

    private static FieldTable message() {
        return FieldTable.of("message", Whose.EVERYBODY).none("tenant_id", "id").kept(Retention.WITH_TICKET)
                .usedFor(Purpose.SERVICE).seenByPersonAnd(Permission.TICKET_READ).ordinary("ticket_id", "kind", "author_kind", "author_id", "channel", "created_at")
                .personal("body").end();
    }

    private static FieldTable attachment() {
        return FieldTable.of("attachment", Whose.CUSTOMERS).none("tenant_id", "id", "version").kept(Retention.WITH_TICKET)
                .usedFor(Purpose.SERVICE).seenByPersonAnd(Permission.TICKET_READ).ordinary("ticket_id", "message_id", "media_type", "size", "created_at").personal("file_name")
                .seenBy().ordinary("sha256").sensitive("content_key").end();
    }

    private static FieldTable attachmentChunk() {
        return FieldTable.of("attachment_chunk", Whose.CUSTOMERS).none("tenant_id", "attachment_id", "number").kept(Retention.WITH_TICKET)
                .usedFor(Purpose.SERVICE).seenByPersonAnd(Permission.TICKET_READ).personal("content").end();
    }

    private static FieldTable change() {
        return FieldTable.of("ticket_change", Whose.EVERYBODY).none("tenant_id", "id").kept(Retention.WITH_TICKET)
                .usedFor(Purpose.SERVICE, Purpose.EVIDENCE).seenBy(Permission.TICKET_HISTORY).ordinary("ticket_id", "at", "actor_kind", "actor_id", "field")
                .personal("before", "after").end();
    }

    private static FieldTable watcher() {
        return FieldTable.of("ticket_watcher", Whose.STAFF).none("tenant_id", "ticket_id").kept(Retention.WITH_TICKET)
                .usedFor(Purpose.WORK).seenBy(Permission.TICKET_READ).ordinary("staff_id").end();
    }

    private static FieldTable link() {
        return FieldTable.of("ticket_link", Whose.NOBODY).none("tenant_id", "ticket_id", "other_id", "kind").end();
    }

    private static FieldTable view() {
        return FieldTable.of("ticket_view", Whose.STAFF).none("tenant_id", "id", "version").kept(Retention.WITH_STAFF)
                .usedFor(Purpose.WORK).seenByPersonAnd(Permission.TICKET_HISTORY).ordinary("owner_id", "shared").personal("name", "filter").end();
    }

    private static FieldTable searchDocument() {
        return FieldTable.of("search_document", Whose.EVERYBODY).none("tenant_id", "id").kept(Retention.WITH_TICKET)
                .usedFor(Purpose.SERVICE).seenBy().ordinary("ticket_id", "requester_id", "internal").personal("tokens").end();
    }
}
