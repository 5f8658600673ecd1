package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.ReadingGround;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings.Filter;
import dev.pledgedesk.identity.Readings.Reading;
import dev.pledgedesk.identity.Readings.Why;
import dev.pledgedesk.identity.entity.ContactReading;
import dev.pledgedesk.identity.entity.ContactReadings;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.AlertKind;
import dev.pledgedesk.privacy.Alerts;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.PrivacySection.MassReading;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Opens contacts for {@link dev.pledgedesk.identity.Readings}: purpose, list, journal and alerts are one transaction. */
@ApplicationScoped
@Transactional
public class ReadingTransactions {

    private static final String ACTION = "customer.read";
    private static final List<String> FIELDS = List.of("name", "email", "phone");
    private static final TextBounds REASON = new TextBounds(10, 500);

    @Inject
    CustomerRecords records;

    @Inject
    Customers customers;

    @Inject
    ContactReadings readings;

    @Inject
    @Any
    Instance<ReadingGround> grounds;

    @Inject
    Alerts alerts;

    @Inject
    PersonalData personalData;

    @Inject
    Tenants tenants;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public CustomerView open(UUID customerId, Why why, Collection<String> others) {
        CustomerRecord customer = records.get(customerId);
        requireForm(why);
        if (why.purpose() == ReadingPurpose.DUTY) {
            caller.require(Permission.PRIVACY_MANAGE);
        }
        String recordName = why.purpose().hasGround() ? ground(customerId, why) : null;
        if (customer.isRestricted() && why.purpose().isHeldBack()) {
            throw Problem.of(Problem.Kind.CONFLICT, "reading.restricted");
        }
        note(customerId, why, recordName, Stream.concat(FIELDS.stream(), others.stream().sorted()).toList());
        return customers.contacts(customerId);
    }

    private static void requireForm(Why why) {
        boolean named = why.recordId() != null;
        if (named != why.purpose().hasGround()) {
            throw Problem.invalid(new FieldError("/recordId", named ? "reading.no-record" : "field.required"));
        }
        if (!why.purpose().hasGround()) {
            REASON.take(why.reason(), "/reason");
        } else if (why.reason() != null && !why.reason().isBlank()) {
            throw Problem.invalid(new FieldError("/reason", "reading.no-reason"));
        }
    }

    private String ground(UUID customerId, Why why) {
        return grounds.stream().filter(g -> g.purpose() == why.purpose()).findFirst().orElseThrow().live(customerId, why.recordId())
                .orElseThrow(() -> Problem.of(Problem.Kind.CONFLICT, "reading.over"));
    }

    private void note(UUID customerId, Why why, String recordName, List<String> fields) {
        Instant now = clock.now();
        UUID id = Ids.next();
        String reason = why.reason() == null ? null : why.reason().strip();
        readings.add(new ContactReading(id, customerId, caller.actor(), why.purpose(), why.recordId(), recordName, personalData.seal(customerId, place(id), reason), now));
        Map<String, Object> told = new HashMap<>(Map.of("fields", fields, "purpose", why.purpose().key(), "reading", id.toString()));
        if (recordName != null) {
            told.put("record", recordName);
        }
        journal.write(new Journal.Entry(caller.actor(), ACTION, "customer", customerId, told));
        if (why.purpose() == ReadingPurpose.BREAK_GLASS) {
            alerts.raise(new Alerts.Cause(AlertKind.BREAK_GLASS, caller.actor(), customerId, id, null));
        }
        MassReading limit = tenants.config().massReading();
        Instant since = now.minus(Duration.ofMinutes(limit.minutes()));
        int opened = readings.customersOf(caller.actor(), since);
        if (opened > limit.customers()) {
            alerts.raiseOnce(new Alerts.Cause(AlertKind.MASS_READING, caller.actor(), null, null, opened), since);
        }
    }

    public List<UUID> customers(Filter filter, UUID after, int atMost) {
        return readings.customers(filter, after, atMost);
    }

    public Page<Reading> page(Filter filter, PageRequest request) {
        Page<ContactReading> page = readings.page(filter, request);
        personalData.fetch(page.items().stream().filter(r -> r.reason() != null).map(ContactReading::customerId).toList());
        return page.map(this::view);
    }

    /** A customer's, newest first. */
    List<Reading> of(UUID customerId, int atMost) {
        return readings.page(new Filter(customerId, null, null, null, null), PageRequest.first(atMost)).map(this::view).items();
    }

    private Reading view(ContactReading r) {
        return new Reading(r.id(), r.customerId(), r.reader(), r.purpose(), r.recordId(), r.recordName(), personalData.open(r.customerId(), place(r.id()), r.reason()), r.at());
    }

    private static Place place(UUID reading) {
        return new Place("contact_reading", "reason", reading);
    }
}
