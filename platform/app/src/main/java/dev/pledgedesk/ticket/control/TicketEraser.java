package dev.pledgedesk.ticket.control;

import dev.pledgedesk.privacy.PersonEraser;
import dev.pledgedesk.ticket.entity.AttachmentRows;
import dev.pledgedesk.ticket.entity.TicketIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Removes the files of a requester's tickets, their tags and outside ids, and what makes his messages findable; the tickets stay, unreadable, for the numbers. */
@ApplicationScoped
public class TicketEraser implements PersonEraser {

    @Inject
    AttachmentRows attachments;

    @Inject
    TicketIndex index;

    @Override
    public Map<String, Integer> erase(UUID person) {
        return Map.of("files", attachments.removeOf(person), "searchDocuments", index.removeOf(person), "marks", index.removeMarksOf(person));
    }
}
