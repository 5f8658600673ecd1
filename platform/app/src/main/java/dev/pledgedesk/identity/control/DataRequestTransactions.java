package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.DataRequestDecided;
import dev.pledgedesk.identity.DataRequestKind;
import dev.pledgedesk.identity.DataRequestMoved;
import dev.pledgedesk.identity.DataRequestState;
import dev.pledgedesk.identity.DataRequests.DataRequest;
import dev.pledgedesk.identity.DataRequests.Decision;
import dev.pledgedesk.identity.ErasureCause;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.identity.entity.DataRequestRecord;
import dev.pledgedesk.identity.entity.DataRequestRecords;
import dev.pledgedesk.identity.entity.SessionRows;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.PrivacySection.Requests;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files, appeals and decides for {@link dev.pledgedesk.identity.DataRequests}; each is one transaction with its journal entry and the effect of what was granted. */
@ApplicationScoped
@Transactional
public class DataRequestTransactions {

    /** How lately somebody must have signed in to ask to be forgotten. */
    private static final Duration FRESH = Duration.ofMinutes(30);
    private static final TextBounds WORDS = new TextBounds(3, 2000);

    @Inject
    CustomerRecords customers;

    @Inject
    DataRequestRecords requests;

    @Inject
    SessionRows sessions;

    @Inject
    ErasureTransactions erasures;

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

    @Inject
    Event<DataRequestDecided> decided;

    @Inject
    Event<DataRequestMoved> moved;

    public DataRequest file(DataRequestKind kind, String wish) {
        if (kind == DataRequestKind.ERASURE && sessions.get(caller.sessionId()).createdAt().isBefore(clock.now().minus(FRESH))) {
            throw Problem.of(Problem.Kind.DENIED, "request.sign-in-again");
        }
        return add(caller.id(), kind, optional(wish, "/wish"), null);
    }

    public DataRequest takeDown(UUID customerId, DataRequestKind kind, String wish, String identityCheck) {
        return add(customerId, kind, optional(wish, "/wish"), WORDS.take(identityCheck, "/identityCheck"));
    }

    private DataRequest add(UUID customerId, DataRequestKind kind, String wish, String identityCheck) {
        customers.locked(customerId).requireSomebody();
        if (requests.isWaiting(customerId, kind)) {
            throw Problem.of(Problem.Kind.CONFLICT, "request.waits-already");
        }
        UUID id = Ids.next();
        Instant now = clock.now();
        DataRequestRecord request = new DataRequestRecord(id, customerId, kind, caller.actor(), now, due(now));
        request.says(seal(request, "wish", wish), seal(request, "identity_check", identityCheck));
        requests.add(request);
        moved(request, now);
        write("data-request.filed", request, Map.of("kind", kind.key()));
        return view(request);
    }

    private Instant due(Instant now) {
        return now.plus(Duration.ofDays(rules().answerDays()));
    }

    private void moved(DataRequestRecord request, Instant at) {
        moved.fire(new DataRequestMoved(request.id(), request.kind(), request.state(), at));
    }

    public List<DataRequest> of(UUID customerId) {
        return requests.of(customerId).stream().map(this::view).toList();
    }

    public Page<DataRequest> page(boolean waiting, UUID customerId, PageRequest request) {
        Page<DataRequestRecord> page = requests.page(waiting, customerId, request);
        personalData.fetch(page.items().stream().map(DataRequestRecord::customerId).toList());
        return page.map(this::view);
    }

    public DataRequest get(UUID id) {
        return view(requests.get(id));
    }

    public DataRequest withdraw(UUID id) {
        DataRequestRecord request = own(id);
        request.withdraw();
        moved(request, clock.now());
        write("data-request.withdrawn", request, Map.of());
        return view(request);
    }

    public DataRequest appeal(UUID id, String text) {
        DataRequestRecord request = own(id);
        Instant now = clock.now();
        if (request.state() == DataRequestState.REFUSED && now.isAfter(request.appealUntil())) {
            throw Problem.of(Problem.Kind.CONFLICT, "request.appeal-too-late");
        }
        if (request.state() == DataRequestState.REFUSED && requests.isWaiting(request.customerId(), request.kind())) {
            throw Problem.of(Problem.Kind.CONFLICT, "request.waits-already");
        }
        request.appeal(seal(request, "appeal", WORDS.take(text, "/text")), now, due(now));
        moved(request, now);
        write("data-request.appealed", request, Map.of());
        return view(request);
    }

    private DataRequestRecord own(UUID id) {
        customers.locked(caller.id());
        return requests.find(id).filter(r -> r.customerId().equals(caller.id())).orElseThrow(Problem::notFound);
    }

    public DataRequest decide(UUID id, boolean granted, String reason) {
        UUID customerId = requests.get(id).customerId();
        CustomerRecord customer = customers.locked(customerId);
        DataRequestRecord request = requests.get(id);
        String why = WORDS.take(reason, "/reason");
        boolean again = request.state() == DataRequestState.APPEALED;
        request.decide(granted, seal(request, again ? "appeal_reason" : "reason", why), caller.actor(), clock.now(), appealUntil());
        requests.flush();
        moved(request, clock.now());
        write("data-request.decided", request, Map.of("granted", granted));
        if (granted && request.kind() == DataRequestKind.ERASURE) {
            erasures.erase(customerId, ErasureCause.REQUEST, caller.actor());
        } else {
            if (granted && request.kind() == DataRequestKind.RESTRICTION) {
                customer.restrict(clock.now());
            }
            if (granted && request.kind() == DataRequestKind.OBJECTION) {
                customer.object(clock.now());
            }
            decided.fire(new DataRequestDecided(customerId, request.kind(), granted, why, appealUntil(request)));
        }
        return view(request);
    }

    public void liftRestriction(UUID customerId) {
        CustomerRecord customer = customers.locked(customerId);
        if (customer.isRestricted()) {
            customer.liftRestriction();
            journal.write(new Journal.Entry(caller.actor(), "restriction.lifted", "customer", customerId, Map.of()));
        }
    }

    /** Ends what waits of somebody who is being forgotten: to be forgotten is granted by it, nothing else can be decided any more. */
    void end(UUID customerId) {
        requests.of(customerId).stream().filter(r -> r.state().isWaiting()).forEach(request -> {
            if (request.kind() == DataRequestKind.ERASURE) {
                request.decide(true, null, actor(), clock.now(), null);
                moved(request, clock.now());
                write("data-request.decided", request, Map.of("granted", true));
            } else {
                request.end();
                moved(request, clock.now());
                write("data-request.ended", request, Map.of());
            }
        });
    }

    private void write(String action, DataRequestRecord request, Map<String, ?> told) {
        journal.write(new Journal.Entry(actor(), action, "data-request", request.id(), told));
    }

    /** The platform itself where nobody calls. */
    private String actor() {
        return caller.isAnonymous() ? "system" : caller.actor();
    }

    private Requests rules() {
        return tenants.config().requests();
    }

    /** Until when a refusal of now may be appealed: the end of a day in the tenant's zone, so that a date says it whole. */
    private Instant appealUntil() {
        ZoneId zone = ZoneId.of(tenants.config().tenant().zone());
        return clock.now().atZone(zone).toLocalDate().plusDays(rules().appealDays() + 1L).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /** The same as it was told; null where there is nothing to appeal. */
    private static Instant appealUntil(DataRequestRecord request) {
        return request.state() == DataRequestState.REFUSED ? request.appealUntil() : null;
    }

    private static String optional(String text, String pointer) {
        return text == null || text.isBlank() ? null : WORDS.take(text, pointer);
    }

    private Sealed seal(DataRequestRecord request, String column, String text) {
        return personalData.seal(request.customerId(), new Place("data_request", column, request.id()), text);
    }

    private String open(DataRequestRecord request, String column, Sealed sealed) {
        String text = personalData.open(request.customerId(), new Place("data_request", column, request.id()), sealed);
        return text == null && sealed != null ? language.messages().text("privacy.forgotten-text") : text;
    }

    private DataRequest view(DataRequestRecord r) {
        return new DataRequest(r.id(), r.customerId(), r.kind(), r.state(), open(r, "wish", r.wish()), r.filedBy(), open(r, "identity_check", r.identityCheck()), r.filedAt(), r.dueAt(),
                decision(r.decidedBy(), r.decidedAt(), open(r, "reason", r.reason())), open(r, "appeal", r.appeal()), r.appealedAt(), appealUntil(r),
                decision(r.appealDecidedBy(), r.appealDecidedAt(), open(r, "appeal_reason", r.appealReason())));
    }

    private static Decision decision(String by, Instant at, String reason) {
        return at == null ? null : new Decision(by, at, reason);
    }
}
