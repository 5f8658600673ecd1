package dev.pledgedesk.portal;

import dev.pledgedesk.complaint.OwnComplaint;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.ticket.MessageView;
import dev.pledgedesk.ticket.TicketAction;
import dev.pledgedesk.ticket.TicketDetails;
import java.util.List;

/** A ticket with the form to answer it, which holds what was entered before. */
public record TicketPage(View view, String body, List<KeptFile> kept, FormFiles.Limits limits, boolean extras, FormErrors errors) {

    /** What a customer sees of a ticket; the category may be null. */
    public record View(TicketDetails ticket, String type, String status, String category, List<TicketWords.Fact> facts, List<MessageView> messages, List<PromiseLine> promises, List<Complaint> complaints) {

        /** A complaint of the ticket as its customer sees it. */
        public record Complaint(OwnComplaint own, String stage, List<PromiseLine> promises) {
        }

        /** What happens next, as a text key. */
        public String outlook() {
            return "portal.outlook." + ticket.statusCategory().key();
        }

        /** Letters that stand for somebody without a picture. */
        public static String initial(String name) {
            return name == null || name.isBlank() ? "·" : name.strip().substring(0, name.strip().offsetByCodePoints(0, 1));
        }
    }

    public boolean mayReply() {
        return view.ticket().may(TicketAction.REPLY);
    }

    public boolean mayClose() {
        return view.ticket().may(TicketAction.CLOSE);
    }

    public boolean mayReopen() {
        return view.ticket().may(TicketAction.REOPEN);
    }
}
