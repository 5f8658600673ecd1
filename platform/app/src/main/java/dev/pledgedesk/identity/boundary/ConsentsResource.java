package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.ConsentsApi;
import dev.pledgedesk.api.model.ConsentEntry;
import dev.pledgedesk.api.model.ConsentEntryList;
import dev.pledgedesk.api.model.ConsentNotice;
import dev.pledgedesk.api.model.ConsentNoticeList;
import dev.pledgedesk.api.model.GivenText;
import dev.pledgedesk.api.model.NewConsentEntry;
import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;

/** Consents over REST. */
@RequestScoped
public class ConsentsResource implements ConsentsApi {

    @Inject
    Consents consents;

    @Override
    @Self
    public ConsentNoticeList listOwnConsents() {
        return new ConsentNoticeList().items(consents.mine().stream().map(ConsentsResource::notice).toList());
    }

    @Override
    @Self
    public ConsentNotice giveOwnConsent(String noticeKey, GivenText body) {
        consents.give(new Consents.Given(noticeKey, body.getVersion(), body.getDigest(), body.getGuardian()));
        return mine(noticeKey);
    }

    @Override
    @Self
    public ConsentNotice withdrawOwnConsent(String noticeKey) {
        consents.withdraw(noticeKey);
        return mine(noticeKey);
    }

    private ConsentNotice mine(String key) {
        return consents.mine().stream().filter(n -> n.key().equals(key)).findFirst().map(ConsentsResource::notice).orElseThrow(Problem::notFound);
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public ConsentEntryList listConsents(UUID customerId) {
        return new ConsentEntryList().items(consents.of(customerId).stream().map(ConsentsResource::entry).toList());
    }

    @Override
    @Allowed(Permission.PRIVACY_MANAGE)
    public ConsentEntryList takeDownConsent(UUID customerId, NewConsentEntry body, String idempotencyKey) {
        consents.takeDown(customerId, body.getNotice(), body.getGiven(), body.getHow());
        return new ConsentEntryList().items(consents.of(customerId).stream().map(ConsentsResource::entry).toList());
    }

    private static ConsentNotice notice(Consents.Notice n) {
        return new ConsentNotice().key(n.key()).version(n.version()).covers(ConsentNotice.CoversEnum.fromValue(n.covers().key())).title(n.title()).text(n.text()).digest(n.digest())
                .guardianUnder(n.guardianUnder()).state(ConsentNotice.StateEnum.fromValue(n.state().name().toLowerCase(Locale.ROOT))).since(n.since());
    }

    private static ConsentEntry entry(Consents.Entry e) {
        return new ConsentEntry().id(e.id()).notice(e.notice()).version(e.version()).given(e.given()).counts(e.counts()).language(e.language()).channel(e.channel()).recordedBy(e.recordedBy()).how(e.how())
                .guardian(e.guardian()).at(e.at());
    }
}
