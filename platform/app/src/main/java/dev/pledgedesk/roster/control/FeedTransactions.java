package dev.pledgedesk.roster.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.RandomSecret;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.roster.CalendarFeeds.Made;
import dev.pledgedesk.roster.entity.CalendarFeed;
import dev.pledgedesk.roster.entity.CalendarFeedRows;
import dev.pledgedesk.roster.entity.ShiftAssignments;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.training.SessionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Addresses of calendars: made, made void, and what is read under them. */
@ApplicationScoped
@Transactional
public class FeedTransactions {

    /** Below it calendars are read; beside the console, where nobody is signed in. */
    private static final String PATH = "/calendars/";
    private static final String SUFFIX = ".ics";
    private static final String SUBJECT = "calendar-feed";
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(366);

    @Inject
    CalendarFeedRows feeds;

    @Inject
    ShiftAssignments assignments;

    @Inject
    SessionDates sessions;

    @Inject
    RosterDays days;

    @Inject
    Staff staff;

    @Inject
    Tenants tenants;

    @Inject
    PublicAddress address;

    @Inject
    RequestLanguage language;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public Optional<Instant> madeAt(UUID member) {
        return feeds.of(member).map(CalendarFeed::madeAt);
    }

    public Made make(UUID member) {
        String secret = RandomSecret.fresh();
        CalendarFeed feed = feeds.of(member).orElseGet(() -> feeds.add(new CalendarFeed(Ids.next(), member)));
        feed.renew(Sha256.of(secret), language.locale().toLanguageTag(), clock.now());
        feeds.flush();
        write("made", feed);
        return new Made(address.of(PATH + secret + SUFFIX), feed.madeAt());
    }

    public void revoke(UUID member) {
        CalendarFeed feed = feeds.of(member).orElseThrow(Problem::notFound);
        feeds.remove(feed);
        write("revoked", feed);
    }

    /** What there is under a secret; not found if it is void, or whose it is has left. */
    public String read(String secret) {
        CalendarFeed feed = feeds.withHash(Sha256.of(secret)).filter(f -> staff.get(f.staffId()).active()).orElseThrow(Problem::notFound);
        Instant from = clock.now().minus(BACK);
        Instant until = clock.now().plus(AHEAD);
        FeedWriter writer = new FeedWriter(tenants.config().tenant().name(), Locale.forLanguageTag(feed.language()), address);
        if (days.isThere()) {
            assignments.of(feed.staffId(), day(from), day(until)).forEach(a -> writer.shift(RosterViews.view(a, days.section())));
        }
        sessions.of(feed.staffId(), from, until).forEach(writer::session);
        return writer.text();
    }

    private LocalDate day(Instant at) {
        return at.atZone(days.zone()).toLocalDate();
    }

    private void write(String what, CalendarFeed feed) {
        journal.write(new Journal.Entry(caller.actor(), "calendar-feed." + what, SUBJECT, feed.id(), Map.of("staff", feed.staffId())));
    }
}
