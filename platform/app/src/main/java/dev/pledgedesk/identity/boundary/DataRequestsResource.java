package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.DataRequestsApi;
import dev.pledgedesk.api.model.DataRequest;
import dev.pledgedesk.api.model.DataRequestKind;
import dev.pledgedesk.api.model.DataRequestPage;
import dev.pledgedesk.api.model.DataRequestState;
import dev.pledgedesk.api.model.Decision;
import dev.pledgedesk.api.model.NewAppeal;
import dev.pledgedesk.api.model.NewDataRequest;
import dev.pledgedesk.api.model.NewDecision;
import dev.pledgedesk.api.model.NewOwnDataRequest;
import dev.pledgedesk.api.model.OwnDataRequest;
import dev.pledgedesk.api.model.OwnDataRequestList;
import dev.pledgedesk.api.model.OwnDecision;
import dev.pledgedesk.identity.DataRequests;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What customers ask for as persons with rights, over REST. */
@RequestScoped
public class DataRequestsResource implements DataRequestsApi {

    @Inject
    DataRequests requests;

    @Inject
    DeskClock clock;

    @Inject
    Paging paging;

    @Override
    @Self
    public OwnDataRequestList listOwnDataRequests() {
        return new OwnDataRequestList().items(requests.mine().stream().map(DataRequestsResource::own).toList());
    }

    @Override
    @Self
    public OwnDataRequest fileOwnDataRequest(NewOwnDataRequest body, String idempotencyKey) {
        return own(requests.file(kind(body.getKind()), body.getWish()));
    }

    @Override
    @Self
    public OwnDataRequest withdrawOwnDataRequest(UUID requestId, String idempotencyKey) {
        return own(requests.withdraw(requestId));
    }

    @Override
    @Self
    public OwnDataRequest appealOwnDataRequest(UUID requestId, NewAppeal body, String idempotencyKey) {
        return own(requests.appeal(requestId, body.getText()));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public DataRequestPage listDataRequests(Boolean all, UUID customerId, Integer pageSize, String pageAfter) {
        Page<DataRequests.DataRequest> page = requests.page(!Boolean.TRUE.equals(all), customerId, PageRequest.of(pageSize, pageAfter));
        return new DataRequestPage().items(page.items().stream().map(this::answer).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public DataRequest getDataRequest(UUID requestId) {
        return answer(requests.get(requestId));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public DataRequest decideDataRequest(UUID requestId, NewDecision body, String idempotencyKey) {
        return answer(requests.decide(requestId, body.getGranted(), body.getReason()));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public DataRequest takeDownDataRequest(UUID customerId, NewDataRequest body, String idempotencyKey) {
        return answer(requests.takeDown(customerId, kind(body.getKind()), body.getWish(), body.getIdentityCheck()));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public void liftRestriction(UUID customerId) {
        requests.liftRestriction(customerId);
    }

    private static dev.pledgedesk.identity.DataRequestKind kind(DataRequestKind kind) {
        return dev.pledgedesk.identity.DataRequestKind.of(kind.toString());
    }

    private static OwnDataRequest own(DataRequests.DataRequest r) {
        return new OwnDataRequest().id(r.id()).kind(DataRequestKind.fromValue(r.kind().key())).state(DataRequestState.fromValue(r.state().key())).wish(r.wish()).filedAt(r.filedAt())
                .dueAt(r.dueAt()).decision(ownDecision(r.decision())).appeal(r.appeal()).appealedAt(r.appealedAt()).appealUntil(r.appealUntil())
                .appealDecision(ownDecision(r.appealDecision()));
    }

    private static OwnDecision ownDecision(DataRequests.Decision d) {
        return d == null ? null : new OwnDecision().at(d.at()).reason(d.reason());
    }

    private DataRequest answer(DataRequests.DataRequest r) {
        return new DataRequest().id(r.id()).customerId(r.customerId()).kind(DataRequestKind.fromValue(r.kind().key())).state(DataRequestState.fromValue(r.state().key()))
                .wish(r.wish()).filedBy(r.filedBy()).identityCheck(r.identityCheck()).filedAt(r.filedAt()).dueAt(r.dueAt()).overdue(r.isOverdue(clock.now()))
                .decision(decision(r.decision())).appeal(r.appeal()).appealedAt(r.appealedAt()).appealUntil(r.appealUntil()).appealDecision(decision(r.appealDecision()));
    }

    private static Decision decision(DataRequests.Decision d) {
        return d == null ? null : new Decision().by(d.by()).at(d.at()).reason(d.reason());
    }
}
