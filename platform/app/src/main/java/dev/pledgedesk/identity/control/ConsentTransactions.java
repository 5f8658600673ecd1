package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Consents.Entry;
import dev.pledgedesk.identity.Consents.Given;
import dev.pledgedesk.identity.Consents.Notice;
import dev.pledgedesk.identity.Consents.State;
import dev.pledgedesk.identity.entity.ConsentRecord;
import dev.pledgedesk.identity.entity.ConsentRecords;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.PrivacySection.Consent;
import dev.pledgedesk.tenancy.PrivacySection.Covers;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives, takes back and shows for {@link dev.pledgedesk.identity.Consents}. */
@ApplicationScoped
@Transactional
public class ConsentTransactions {

    private static final HexFormat HEX = HexFormat.of();
    private static final int LONGEST_NAME = 100;
    private static final TextBounds HOW = new TextBounds(3, 500);

    @Inject
    ConsentRecords consents;

    @Inject
    CustomerRecords customers;

    @Inject
    PersonalData personalData;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    /** Notices of today: all, or those that cover something; for a customer, or nobody in particular. */
    public List<Notice> notices(UUID customerId, Covers covers) {
        List<Consent> wanted = tenants.config().consents().stream().filter(c -> covers == null || c.covers() == covers).toList();
        Map<String, ConsentRecord> counting = customerId == null || wanted.isEmpty() ? Map.of() : consents.counting(customerId);
        return wanted.stream().map(c -> notice(c, counting.get(c.key()))).toList();
    }

    private Notice notice(Consent c, ConsentRecord newest) {
        State state = newest == null ? State.NONE : !newest.isGiven() ? State.WITHDRAWN : newest.version().equals(c.version()) ? State.GIVEN : State.OUTDATED;
        return new Notice(c.key(), c.version(), c.covers(), c.title().in(language.locale()), c.text().in(language.locale()), c.digest(language.locale()), c.guardianUnder(), state,
                newest == null ? null : newest.at());
    }

    public void give(UUID customerId, Given given, String channel, String how, boolean counts) {
        Consent notice = notice(given.key());
        if (!notice.version().equals(given.version())) {
            throw Problem.unprocessable(new FieldError("/version", "field.consent-changed", notice.version()));
        }
        Locale read = notice.languageOf(given.digest()).orElseThrow(() -> Problem.unprocessable(new FieldError("/digest", "field.consent-changed", notice.version())));
        String guardian = given.guardian() == null || given.guardian().isBlank() ? null : given.guardian().strip();
        if (guardian != null && (notice.guardianUnder() == null || guardian.length() > LONGEST_NAME)) {
            throw Problem.invalid(new FieldError("/guardian", notice.guardianUnder() == null ? "field.no-guardian" : "field.too-long", LONGEST_NAME));
        }
        customers.locked(customerId).requireSomebody();
        if (!counts || state(customerId, notice) != State.GIVEN || guardian != null) {
            add(new ConsentRecord(Ids.next(), customerId, notice.key(), notice.version(), notice.covers(), counts, channel, caller.actor(), clock.now()), how, guardian, notice, read);
        }
    }

    public void giveWith(UUID customerId, Given given, String channel, boolean proved) {
        try {
            give(customerId, given, channel, null, proved);
        } catch (Problem refused) {
            if (refused.errors().isEmpty()) {
                throw refused;
            }
            throw Problem.unprocessable(refused.errors().stream().map(e -> new FieldError("/consents/" + given.key(), e.message(), e.arguments().toArray())).toList());
        }
    }

    public boolean isWithdrawn(Covers covers, UUID customerId) {
        return consents.counting(customerId).values().stream().anyMatch(c -> c.covers() == covers && !c.isGiven());
    }

    /** Takes it back: a notice of today, also where it was never given, or one of before that was. True if that changed anything. */
    public boolean withdraw(UUID customerId, String key, String channel, String how) {
        customers.locked(customerId).requireSomebody();
        ConsentRecord newest = consents.counting(customerId).get(key);
        Consent notice = find(key).orElse(null);
        if (notice == null && newest == null) {
            throw Problem.notFound();
        }
        if (newest != null && !newest.isGiven()) {
            return false;
        }
        add(new ConsentRecord(Ids.next(), customerId, key, notice == null ? newest.version() : notice.version(), notice == null ? newest.covers() : notice.covers(), true, channel,
                caller.actor(), clock.now()), how, null, null, null);
        return true;
    }

    public void takeDown(UUID customerId, String key, boolean given, String how) {
        String known = HOW.take(how, "/how");
        if (given) {
            Consent notice = notice(key);
            if (state(customerId, notice) == State.GIVEN) {
                throw Problem.of(Problem.Kind.CONFLICT, "consent.stands-already");
            }
            give(customerId, new Given(key, notice.version(), notice.digest(language.locale()), null), "desk", known, true);
        } else if (!withdraw(customerId, key, "desk", known)) {
            throw Problem.of(Problem.Kind.CONFLICT, "consent.stands-already");
        }
    }

    public List<Entry> entries(UUID customerId) {
        customers.get(customerId);
        return consents.of(customerId).stream().map(c -> new Entry(c.id(), c.notice(), c.version(), c.isGiven(), c.isCounting(), c.language(), c.channel(), c.recordedBy(), open(c, "how", c.how()),
                open(c, "guardian", c.guardian()), c.at())).toList();
    }

    /** Adds it; given for a notice in a language, or taken back where they are null. */
    private void add(ConsentRecord record, String how, String guardian, Consent notice, Locale read) {
        if (read != null) {
            record.give(read.toLanguageTag(), HEX.parseHex(notice.digest(read)));
        }
        UUID customerId = record.customerId();
        record.says(seal(customerId, "how", record.id(), how), seal(customerId, "guardian", record.id(), guardian));
        consents.add(record);
        consents.flush();
        journal.write(new Journal.Entry(caller.actor(), record.isGiven() ? "person.consented" : "person.consent-withdrawn", "customer", customerId,
                Map.of("notice", record.notice(), "version", record.version(), "channel", record.channel(), "counts", record.isCounting())));
    }

    private State state(UUID customerId, Consent notice) {
        return notice(notice, consents.counting(customerId).get(notice.key())).state();
    }

    private Consent notice(String key) {
        return find(key).orElseThrow(Problem::notFound);
    }

    private Optional<Consent> find(String key) {
        return tenants.config().consents().stream().filter(c -> c.key().equals(key)).findFirst();
    }

    private Sealed seal(UUID customerId, String column, UUID row, String text) {
        return personalData.seal(customerId, new Place("consent", column, row), text);
    }

    private String open(ConsentRecord c, String column, Sealed sealed) {
        return personalData.open(c.customerId(), new Place("consent", column, c.id()), sealed);
    }
}
