package dev.pledgedesk.ticket.boundary;

import dev.pledgedesk.api.model.Attachment;
import dev.pledgedesk.api.model.Channel;
import dev.pledgedesk.api.model.Customer;
import dev.pledgedesk.api.model.HistoryEntry;
import dev.pledgedesk.api.model.LinkKind;
import dev.pledgedesk.api.model.Message;
import dev.pledgedesk.api.model.MessageKind;
import dev.pledgedesk.api.model.OpenTicket;
import dev.pledgedesk.api.model.Person;
import dev.pledgedesk.api.model.Priority;
import dev.pledgedesk.api.model.StatusCategory;
import dev.pledgedesk.api.model.Ticket;
import dev.pledgedesk.api.model.TicketAction;
import dev.pledgedesk.api.model.TicketLink;
import dev.pledgedesk.api.model.TicketSummary;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.ticket.AttachmentView;
import dev.pledgedesk.ticket.HistoryLine;
import dev.pledgedesk.ticket.MessageView;
import dev.pledgedesk.ticket.TicketDetails;

/** Our views as the contract's answers. */
final class TicketAnswers {

    private TicketAnswers() {
    }

    static Ticket ticket(TicketDetails t) {
        return new Ticket().id(t.id()).number(t.number()).type(t.type()).category(t.category()).subject(t.subject()).status(t.status())
                .statusCategory(StatusCategory.fromValue(t.statusCategory().key())).priority(Priority.fromValue(t.priority()))
                .channel(Channel.fromValue(t.channel())).requester(person(t.requester())).assignee(person(t.assignee())).team(t.team())
                .department(t.department()).tags(t.tags()).fields(t.fields()).maskedFields(t.maskedFields().isEmpty() ? null : t.maskedFields()).mergedInto(t.mergedInto())
                .watchers(t.watchers().stream().map(TicketAnswers::person).toList())
                .links(t.links().stream().map(l -> new TicketLink().ticketId(l.ticketId()).number(l.number()).kind(LinkKind.fromValue(l.kind()))).toList())
                .configVersion(t.configVersion()).createdAt(t.createdAt()).updatedAt(t.updatedAt()).version(t.version()).externalId(t.externalId()).emptiedAt(t.emptiedAt())
                .actions(t.actions().stream().map(a -> TicketAction.fromValue(a.key())).toList());
    }

    static TicketSummary summary(dev.pledgedesk.ticket.TicketSummary t) {
        return new TicketSummary().id(t.id()).number(t.number()).type(t.type()).category(t.category()).subject(t.subject()).status(t.status())
                .statusCategory(StatusCategory.fromValue(t.statusCategory())).priority(Priority.fromValue(t.priority()))
                .channel(Channel.fromValue(t.channel())).requester(person(t.requester())).assignee(person(t.assignee())).team(t.team())
                .department(t.department()).tags(t.tags()).createdAt(t.createdAt()).updatedAt(t.updatedAt()).version(t.version())
                .externalId(t.externalId());
    }

    static Message message(MessageView m) {
        return new Message().id(m.id()).kind(m.internal() ? MessageKind.INTERNAL_NOTE : MessageKind.PUBLIC_REPLY).author(person(m.author()))
                .authorKind(Message.AuthorKindEnum.fromValue(m.authorKind())).channel(Channel.fromValue(m.channel())).body(m.body())
                .attachments(m.attachments().stream().map(TicketAnswers::attachment).toList()).createdAt(m.createdAt());
    }

    static Attachment attachment(AttachmentView a) {
        return new Attachment().id(a.id()).fileName(a.fileName()).mediaType(a.mediaType()).size(a.size());
    }

    static HistoryEntry change(HistoryLine h) {
        return new HistoryEntry().id(h.id()).at(h.at()).actor(person(h.actor())).field(h.field()).before(h.before()).after(h.after()).masked(h.masked() ? Boolean.TRUE : null);
    }

    static OpenTicket opened(dev.pledgedesk.ticket.OpenTicket o) {
        CustomerView c = o.requester();
        return new OpenTicket().fields(o.fields())
                .requester(new Customer().id(c.id()).name(c.name()).email(c.email()).phone(c.phone()).locale(c.locale()).verified(c.verified()).restricted(c.restricted()));
    }

    private static Person person(TicketDetails.Person p) {
        return p == null ? null : new Person().id(p.id()).name(p.name()).anonymous(p.anonymous() ? Boolean.TRUE : null);
    }
}
