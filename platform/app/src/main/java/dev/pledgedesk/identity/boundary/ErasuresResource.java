package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.ErasuresApi;
import dev.pledgedesk.api.model.Erasure;
import dev.pledgedesk.api.model.ErasurePage;
import dev.pledgedesk.api.model.LegalHold;
import dev.pledgedesk.api.model.LegalHoldList;
import dev.pledgedesk.api.model.NewErasure;
import dev.pledgedesk.api.model.NewLegalHold;
import dev.pledgedesk.identity.ErasureCause;
import dev.pledgedesk.identity.Erasures;
import dev.pledgedesk.identity.Erasures.Hold;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Forgetting customers over REST. */
@RequestScoped
public class ErasuresResource implements ErasuresApi {

    @Inject
    Erasures erasures;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public Erasure eraseCustomer(UUID customerId, NewErasure body, String idempotencyKey) {
        return answer(erasures.erase(customerId, ErasureCause.of(body.getCause().value())));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public ErasurePage listErasures(Integer pageSize, String pageAfter) {
        Page<Erasures.Erasure> page = erasures.page(PageRequest.of(pageSize, pageAfter));
        return new ErasurePage().items(page.items().stream().map(ErasuresResource::answer).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public LegalHoldList listLegalHolds(UUID customerId) {
        return new LegalHoldList().items(erasures.holds(customerId).stream().map(ErasuresResource::answer).toList());
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public LegalHold placeLegalHold(UUID customerId, NewLegalHold body, String idempotencyKey) {
        return answer(erasures.place(customerId, body.getReason()));
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public void liftLegalHold(UUID customerId, UUID holdId) {
        erasures.lift(customerId, holdId);
    }

    private static Erasure answer(Erasures.Erasure e) {
        return new Erasure().id(e.id()).customerId(e.customerId()).cause(Erasure.CauseEnum.fromValue(e.cause().key())).erasedBy(e.erasedBy()).erasedAt(e.erasedAt())
                .removed(e.removed()).receipt(e.receipt());
    }

    private static LegalHold answer(Hold h) {
        return new LegalHold().id(h.id()).reason(h.reason()).placedBy(h.placedBy()).placedAt(h.placedAt()).liftedAt(h.liftedAt());
    }
}
