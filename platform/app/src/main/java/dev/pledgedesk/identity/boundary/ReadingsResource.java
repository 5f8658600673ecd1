package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.ReadingsApi;
import dev.pledgedesk.api.model.Customer;
import dev.pledgedesk.api.model.NewAlertReview;
import dev.pledgedesk.api.model.NewReading;
import dev.pledgedesk.api.model.PrivacyAlert;
import dev.pledgedesk.api.model.PrivacyAlertPage;
import dev.pledgedesk.api.model.Reading;
import dev.pledgedesk.api.model.ReadingPage;
import dev.pledgedesk.api.model.ReadingPurpose;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.identity.Readings.Filter;
import dev.pledgedesk.identity.Readings.Why;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.Alerts;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Opening contacts over REST, who has, and what the privacy officer is told of; alerts are here because their own room does not know who calls. */
@RequestScoped
public class ReadingsResource implements ReadingsApi {

    @Inject
    Readings readings;

    @Inject
    Alerts alerts;

    @Inject
    Caller caller;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.CUSTOMER_READ)
    public Customer openCustomer(UUID customerId, NewReading body, String idempotencyKey) {
        return CustomerAnswers.customer(readings.open(customerId,
                new Why(dev.pledgedesk.identity.ReadingPurpose.of(body.getPurpose().value()), body.getRecordId(), body.getReason())));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public ReadingPage listReadings(UUID customerId, String reader, ReadingPurpose purpose, Instant from, Instant until, Integer pageSize, String pageAfter) {
        Filter filter = new Filter(customerId, reader, purpose == null ? null : dev.pledgedesk.identity.ReadingPurpose.known(purpose.toString()), from, until);
        Page<Readings.Reading> page = readings.page(filter, PageRequest.of(pageSize, pageAfter));
        return new ReadingPage().items(page.items().stream().map(ReadingsResource::answer).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public PrivacyAlertPage listPrivacyAlerts(Boolean all, Integer pageSize, String pageAfter) {
        Page<Alerts.Alert> page = alerts.page(!Boolean.TRUE.equals(all), PageRequest.of(pageSize, pageAfter));
        return new PrivacyAlertPage().items(page.items().stream().map(ReadingsResource::answer).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public PrivacyAlert reviewPrivacyAlert(UUID alertId, NewAlertReview body, String idempotencyKey) {
        return answer(alerts.review(alertId, caller.actor(), caller.id(), body.getNote()));
    }

    private static Reading answer(Readings.Reading r) {
        return new Reading().id(r.id()).customerId(r.customerId()).reader(r.reader()).purpose(ReadingPurpose.fromValue(r.purpose().key())).recordId(r.recordId())
                .recordName(r.recordName()).reason(r.reason()).at(r.at());
    }

    private static PrivacyAlert answer(Alerts.Alert a) {
        return new PrivacyAlert().id(a.id()).kind(PrivacyAlert.KindEnum.fromValue(a.cause().kind().key())).actor(a.cause().actor()).customerId(a.cause().customerId())
                .recordId(a.cause().recordId()).amount(a.cause().amount()).raisedAt(a.raisedAt()).reviewedBy(a.reviewedBy()).reviewedAt(a.reviewedAt()).note(a.note());
    }
}
