package dev.pledgedesk.idempotency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.idempotency.entity.IdempotentRequest;
import dev.pledgedesk.idempotency.entity.IdempotentRequestRows;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Remembers requests by their key, each with its answer; kept in the transaction of the change, so that neither is ever there without the other. */
@ApplicationScoped
@Transactional
public class IdempotentRequests implements DueWorker {

    /** How long an answer is kept at least. */
    public static final Duration KEPT = Duration.ofHours(25);

    private static final String KIND = "idempotent-request-expired";
    private static final long HOUR_SECONDS = 3600;

    /**
     * A request as it is recognised again.
     *
     * @param caller who asks, such as {@code staff/<id>}
     * @param key    the key he chose
     * @param hash   of everything he asked for
     */
    public record Request(String caller, String key, byte[] hash) {
    }

    /** An answer that was given; location, etag and body may be null. */
    public record Answer(int status, String location, String etag, String body) {
    }

    private final Cache<TenantId, Long> asked = Caffeine.newBuilder().maximumSize(10_000).build();

    @Inject
    TenantContext context;

    @Inject
    IdempotentRequestRows rows;

    @Inject
    PersonalData personalData;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /** The answer that a request got earlier, empty if there was none; refused with 422 if the key was that of another request. */
    public Optional<Answer> earlier(Request request) {
        return rows.byKey(request.caller(), request.key()).map(known -> {
            if (!known.isSame(request.hash())) {
                throw Problem.unprocessable(new FieldError("/Idempotency-Key", "field.key-of-another-request"));
            }
            String body = personalData.open(PersonalData.NOBODY, place(known.id()), known.answer());
            return new Answer(known.status(), known.location(), known.etag(), body.isEmpty() ? null : body);
        });
    }

    /**
     * Keeps the answer of a request with its change; waits for another request of the same key that is under way.
     *
     * @return false if that key has an answer already: the change must be rolled back
     */
    public boolean keep(Request request, Answer answer) {
        UUID id = Ids.next();
        Instant now = clock.now();
        boolean kept = rows.remember(new IdempotentRequest(id, request.caller(), request.key(), request.hash(), answer.status(), answer.location(),
                answer.etag(), personalData.seal(PersonalData.NOBODY, place(id), answer.body() == null ? "" : answer.body()), now));
        if (kept) {
            forgetLater(now.getEpochSecond() / HOUR_SECONDS);
        }
        return kept;
    }

    /** Once an hour, tenant and node is enough: whoever forgets takes all that is old, so an hour whose asking was rolled back goes with the next. */
    private void forgetLater(long hour) {
        Long before = asked.asMap().put(context.tenantId(), hour);
        if (before != null && before == hour) {
            return;
        }
        dueWork.once(KIND, new UUID(0, hour), Instant.ofEpochSecond((hour + 1) * HOUR_SECONDS).plus(KEPT));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> hours) {
        rows.removeBefore(clock.now().minus(KEPT));
    }

    private static Place place(UUID id) {
        return new Place("idempotent_request", "answer", id);
    }
}
