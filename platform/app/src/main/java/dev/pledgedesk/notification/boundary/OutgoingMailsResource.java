package dev.pledgedesk.notification.boundary;

import dev.pledgedesk.api.NotificationApi;
import dev.pledgedesk.api.model.OutgoingMail;
import dev.pledgedesk.api.model.OutgoingMailPage;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.MailOutbox;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The mail outbox over REST. */
@RequestScoped
public class OutgoingMailsResource implements NotificationApi {

    @Inject
    MailOutbox outbox;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.MAIL_READ)
    public OutgoingMailPage listOutgoingMails(Integer pageSize, String pageAfter) {
        Page<MailOutbox.Mail> page = outbox.page(PageRequest.of(pageSize, pageAfter));
        return new OutgoingMailPage().items(page.items().stream().map(m -> new OutgoingMail().id(m.id()).way(OutgoingMail.WayEnum.fromValue(m.way().key())).ticketId(m.ticketId()).carrier(m.carrier()).to(m.to()).subject(m.subject()).body(m.body())
                .state(OutgoingMail.StateEnum.fromValue(m.state())).attempts(m.attempts()).lastError(m.lastError()).createdAt(m.createdAt())
                .sentAt(m.sentAt())).toList()).meta(paging.meta(page)).links(paging.links(page));
    }
}
