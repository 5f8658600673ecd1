package dev.pledgedesk.roster.control;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.Duration;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.roster.ShiftView;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.training.SessionDates;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;

/** Writes somebody's dates as iCalendar: times in UTC, which every calendar shows in the zone of its owner; the same date keeps its UID, and a change raises its SEQUENCE. */
final class FeedWriter {

    private static final Duration POLL = new Duration.Builder().hours(1).build();

    private final ICalendar calendar = new ICalendar();
    private final Locale locale;
    private final Messages messages;
    private final PublicAddress address;

    FeedWriter(LocalizedText vendor, Locale locale, PublicAddress address) {
        this.locale = locale;
        this.messages = Messages.in(locale);
        this.address = address;
        calendar.setProductId("-//PledgeDesk//Duty and training//EN");
        String name = messages.text("roster.feed.name", vendor.in(locale));
        calendar.setName(name);
        calendar.setRefreshInterval(POLL);
        // Most calendars know only the names of before RFC 7986.
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", POLL.toString());
    }

    void shift(ShiftView s) {
        VEvent event = event("shift", s.id(), s.startsAt(), s.endsAt(), s.version());
        event.setSummary(s.shiftName().in(locale) + " · " + s.postName().in(locale));
        event.setUrl(address.of("/console/roster?week=" + s.day()));
        calendar.addEvent(event);
    }

    void session(SessionDates.Date d) {
        VEvent event = event("session", d.id(), d.startsAt(), d.endsAt(), d.version());
        event.setSummary(messages.text(d.holds() ? "roster.feed.holds" : "roster.feed.training", d.course().in(locale)));
        event.setLocation(d.place());
        event.setUrl(address.of("/console/training/sessions/" + d.id()));
        calendar.addEvent(event);
    }

    private static VEvent event(String kind, UUID id, Instant startsAt, Instant endsAt, long version) {
        VEvent event = new VEvent();
        event.setUid(kind + "-" + id + "@pledgedesk");
        event.setDateStart(Date.from(startsAt), true);
        event.setDateEnd(Date.from(endsAt), true);
        event.setSequence((int) version);
        event.setStatus(Status.confirmed());
        return event;
    }

    /** All of it. */
    String text() {
        return Biweekly.write(calendar).go();
    }
}
