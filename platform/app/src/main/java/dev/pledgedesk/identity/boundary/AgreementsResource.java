package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.AgreementsApi;
import dev.pledgedesk.api.model.AgreementSignature;
import dev.pledgedesk.api.model.AgreementSignaturePage;
import dev.pledgedesk.api.model.NewAgreementSignature;
import dev.pledgedesk.api.model.OwnAgreement;
import dev.pledgedesk.identity.Agreements;
import dev.pledgedesk.identity.Agreements.Signature;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Confidentiality agreements over REST. */
@RequestScoped
public class AgreementsResource implements AgreementsApi {

    @Inject
    Agreements agreements;

    @Inject
    Paging paging;

    @Override
    @Self
    public OwnAgreement getOwnAgreement() {
        return own();
    }

    @Override
    @Self
    public OwnAgreement signOwnAgreement(NewAgreementSignature body, String idempotencyKey) {
        agreements.sign(body.getVersion(), body.getDigest());
        return own();
    }

    private OwnAgreement own() {
        Agreements.Mine mine = agreements.mine();
        return new OwnAgreement().version(mine.version()).title(mine.title()).text(mine.text()).digest(mine.digest()).signedAt(mine.signedAt());
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public AgreementSignaturePage listAgreementSignatures(Integer pageSize, String pageAfter) {
        Page<Signature> page = agreements.page(PageRequest.of(pageSize, pageAfter));
        return new AgreementSignaturePage().items(page.items().stream().map(s -> new AgreementSignature().staffId(s.staffId()).login(s.login()).name(s.name()).active(s.active())
                .version(s.version()).language(s.language()).signedAt(s.signedAt()).current(s.current())).toList()).meta(paging.meta(page)).links(paging.links(page));
    }
}
