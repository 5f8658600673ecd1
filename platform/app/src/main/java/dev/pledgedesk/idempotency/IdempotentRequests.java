package dev.pledgedesk.idempotency;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.idempotency.entity.IdempotentRequest;
import dev.pledgedesk.idempotency.entity.IdempotentRequestRows;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Remembers requests by their key. A request that never got an answer, because the server died, stays remembered as running: it is refused rather than
 * done a second time.
 */
@ApplicationScoped
@Transactional
public class IdempotentRequests implements DueWorker {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(25);

    private static final String KIND = "idempotent-request-expired";

    /** An answer that was given; location, etag and body may be null. */
    public record Answer(int status, String location, String etag, String body) {
    }

    /**
     * What becomes of a request: a fresh one has an id and is to be done, a repeated one has its answer.
     *
     * @param id     null for a repetition
     * @param answer null for a fresh one
     */
    public record Begun(UUID id, Answer answer) {
    }

    @Inject
    IdempotentRequestRows rows;

    @Inject
    PersonalData personalData;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    /** Begins a request; refuses the key of another request with 422, and one that still runs with 409. */
    public Begun begin(String caller, String key, byte[] hash) {
        UUID id = Ids.next();
        if (rows.remember(id, caller, key, hash, clock.now())) {
            dueWork.at(KIND, id, clock.now().plus(KEPT));
            return new Begun(id, null);
        }
        IdempotentRequest earlier = rows.byKey(caller, key).orElseThrow(() -> Problem.of(Problem.Kind.CONFLICT, "problem.still-running"));
        if (!earlier.isSame(hash)) {
            throw Problem.unprocessable(new FieldError("/Idempotency-Key", "field.key-of-another-request"));
        }
        if (!earlier.isAnswered()) {
            throw Problem.of(Problem.Kind.CONFLICT, "problem.still-running");
        }
        return new Begun(null, new Answer(earlier.status(), earlier.location(), earlier.etag(),
                personalData.open(earlier.id(), place(earlier.id()), earlier.answer())));
    }

    /** Keeps the answer of a fresh request. */
    public void answered(UUID id, Answer answer) {
        rows.find(id).ifPresent(r -> r.answer(answer.status(), answer.location(), answer.etag(), personalData.seal(id, place(id), answer.body())));
    }

    /** The request was refused: nothing happened, the key may be used again. */
    public void refused(UUID id) {
        rows.remove(id);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(rows::remove);
    }

    private static Place place(UUID id) {
        return new Place("idempotent_request", "answer", id);
    }
}
