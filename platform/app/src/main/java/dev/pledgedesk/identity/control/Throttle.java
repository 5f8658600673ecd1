package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.audit.RequestTrace;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.control.SignInLimits.Kind;
import dev.pledgedesk.identity.control.SignInLimits.Limit;
import dev.pledgedesk.identity.entity.SignInTries;
import dev.pledgedesk.identity.entity.SignInTriesRows;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Slows guessing down, by account and by source, on all nodes together. A try is counted before its proof is looked at, in a transaction of its own, so
 * that many at once get no more than one after the other; a good one is taken back. Windows are short and do not grow, and where an account has signed
 * in before it has a counter of its own there: whoever fails elsewhere on purpose cannot lock its owner out.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Throttle implements DueWorker {

    /** How long it is remembered from where an account has signed in. */
    static final Duration PLACE_LIFE = Duration.ofDays(60);

    private static final String KIND = "sign-in-tries";
    private static final Duration PLACE_RENEWED = Duration.ofDays(30);

    /**
     * A try that was counted.
     *
     * @param account counter of the account, null where none is known
     * @param source  counter of the source
     * @param place   by which the source is known to the account after a success, null without an account
     */
    record Attempt(UUID account, UUID source, UUID place) {
    }

    @Inject
    SignInTriesRows rows;

    @Inject
    SignInLimits limits;

    @Inject
    TokenKey key;

    @Inject
    RequestTrace trace;

    @Inject
    TenantContext context;

    @Inject
    DueWork dueWork;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    /**
     * Counts a try, or refuses it with 429.
     *
     * @param account what is tried, in its one form; null if only the source is known
     * @param subject whose it is, such as {@code staff/<id>}, for the journal; null if nobody has it
     */
    Attempt begin(Kind kind, String account, String subject) {
        String origin = SourceNetwork.of(trace.source());
        UUID source = id(kind == Kind.CODE_REQUEST ? "code-source" : "source", origin);
        Counter bySource = counter(source, limits.ofSource(kind), null);
        if (account == null) {
            count(bySource);
            return new Attempt(null, source, null);
        }
        UUID place = id("place", account + "|" + origin);
        boolean atHome = live(place).isPresent();
        UUID own = id(kind + (atHome ? "-at-home" : ""), atHome ? account + "|" + origin : account);
        Counter byAccount = counter(own, limits.ofAccount(kind), subject);
        count(bySource);
        count(byAccount);
        return new Attempt(own, source, place);
    }

    /** A counter before one more try. */
    private record Counter(UUID id, Limit limit, String subject, Optional<SignInTries> before) {
    }

    private Optional<SignInTries> live(UUID id) {
        return rows.find(id).filter(t -> t.isLive(clock.now()));
    }

    /** Refuses if it is used up already, which costs no write. */
    private Counter counter(UUID id, Limit limit, String subject) {
        Counter counter = new Counter(id, limit, subject, live(id));
        counter.before().filter(SignInTries::isUsedUp).ifPresent(t -> {
            throw refusal(t.endsAt());
        });
        return counter;
    }

    private void count(Counter counter) {
        int most = counter.limit().most();
        Instant now = clock.now();
        Instant end = now.plus(counter.limit().window());
        // The work before the counter, as the worker takes them, so that the two cannot wait for each other.
        if (counter.before().isEmpty()) {
            dueWork.at(KIND, counter.id(), end);
        } else if (counter.before().get().tries() + 1 == most) {
            dueWork.now(KIND, counter.id());
        }
        if (rows.count(counter.id(), most, counter.subject(), now, end) > most) {
            throw refusal(counter.before().map(SignInTries::endsAt).orElse(end));
        }
    }

    private Problem refusal(Instant until) {
        return Problem.tooMany("problem.too-many-tries", Duration.between(clock.now(), until));
    }

    /** Counts a try of a mailed code and tells whether that many are allowed; alike where there is no code. */
    boolean countCode(String address) {
        Instant now = clock.now();
        UUID id = id("code", address);
        Limit limit = limits.ofCode();
        Instant end = now.plus(limit.window());
        if (live(id).isEmpty()) {
            dueWork.at(KIND, id, end);
        }
        return rows.count(id, limit.most(), null, now, end) <= limit.most();
    }

    /** There is a new code for an address. */
    @Transactional
    void newCode(String address) {
        rows.remove(id("code", address));
    }

    /** The try was neither right nor wrong. */
    void takeBack(Attempt attempt) {
        rows.takeBack(attempt.source());
        if (attempt.account() != null) {
            rows.takeBack(attempt.account());
        }
    }

    /** The proof was right: the account's counter starts anew, the source's goes back, and the two know each other from now on. */
    void succeeded(Attempt attempt) {
        rows.takeBack(attempt.source());
        if (attempt.account() == null) {
            return;
        }
        rows.find(attempt.account()).filter(t -> t.tries() > 1).ifPresent(t -> tellRefused(t, t.tries() - 1));
        rows.remove(attempt.account());
        Instant now = clock.now();
        if (rows.find(attempt.place()).filter(p -> p.endsAt().isAfter(now.plus(PLACE_RENEWED))).isEmpty()) {
            dueWork.at(KIND, attempt.place(), now.plus(PLACE_LIFE));
            rows.remember(attempt.place(), now.plus(PLACE_LIFE));
        }
    }

    private UUID id(String what, String of) {
        ByteBuffer hash = ByteBuffer.wrap(key.hash("throttle|" + context.tenantId() + "|" + what + "|" + of));
        return new UUID(hash.getLong(), hash.getLong());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Tells the journal of a blocked account at once and of refusals when their window is over: two entries at most, however many tries there were. */
    @Override
    @Transactional
    public void work(List<UUID> ids) {
        for (UUID id : ids) {
            rows.find(id).ifPresent(this::look);
        }
    }

    private void look(SignInTries row) {
        if (row.tellOnce()) {
            tell(row, "sign-in.blocked", row.tries());
        }
        if (row.isLive(clock.now())) {
            dueWork.at(KIND, row.id(), row.endsAt());
        } else if (rows.removeIfOver(row.id(), clock.now()) && row.tries() > 0) {
            tellRefused(row, row.tries());
        }
    }

    private void tellRefused(SignInTries row, int tries) {
        tell(row, "sign-in.refused", tries);
    }

    private void tell(SignInTries row, String action, int tries) {
        if (row.subject() != null) {
            String[] subject = row.subject().split("/", 2);
            journal.write(new Journal.Entry("anonymous", action, subject[0], subject[1], Map.of("tries", tries)));
        }
    }
}
