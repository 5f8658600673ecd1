package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Agreements.Mine;
import dev.pledgedesk.identity.Agreements.Signature;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.identity.entity.AgreementSignature;
import dev.pledgedesk.identity.entity.AgreementSignatures;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.PrivacySection.Agreement;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Signs agreements and tells who has. */
@ApplicationScoped
@Transactional
public class AgreementTransactions {

    private static final HexFormat HEX = HexFormat.of();

    @Inject
    AgreementSignatures signatures;

    @Inject
    StaffMembers members;

    @Inject
    StaffTransactions staff;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    @Inject
    Event<Sessions.SessionsEnded> changed;

    /** The agreement in the language of the request; not found where the tenant has none. */
    public Mine mine(UUID member) {
        Agreement agreement = tenants.config().agreement().orElseThrow(Problem::notFound);
        return new Mine(agreement.version(), agreement.title().in(language.locale()), agreement.text().in(language.locale()), agreement.digest(language.locale()),
                signatures.of(member, agreement.version()).map(AgreementSignature::signedAt).orElse(null));
    }

    /** Signs the text that was read, known by its digest, whatever language the caller has by now; a second time changes nothing. */
    public void sign(UUID member, String version, String digest) {
        Agreement agreement = tenants.config().agreement().orElseThrow(Problem::notFound);
        if (!agreement.version().equals(version)) {
            throw Problem.unprocessable(new FieldError("/version", "field.agreement-changed", agreement.version()));
        }
        Locale read = agreement.languageOf(digest).orElseThrow(() -> Problem.unprocessable(new FieldError("/digest", "field.agreement-changed", agreement.version())));
        members.locked(member);
        if (signatures.of(member, version).isEmpty()) {
            signatures.add(new AgreementSignature(Ids.next(), member, version, read.toLanguageTag(), HEX.parseHex(digest), clock.now()));
            journal.write(new Journal.Entry(caller.actor(), "agreement.signed", "staff", member, Map.of("version", version, "language", read.toLanguageTag(), "digest", digest)));
            changed.fire(new Sessions.SessionsEnded());
        }
    }

    /** Staff by sign-in name, each with his signature: of the current version, else of the last one he signed, else none. */
    public Page<Signature> page(PageRequest request) {
        String current = tenants.config().agreement().map(Agreement::version).orElse(null);
        Page<StaffView> members = staff.page(request);
        Map<UUID, AgreementSignature> best = new HashMap<>();
        List<UUID> ids = members.items().stream().map(StaffView::id).toList();
        signatures.of(ids).forEach(s -> best.merge(s.staffId(), s, (newer, older) -> older.agreement().equals(current) ? older : newer));
        return members.map(m -> {
            AgreementSignature s = best.get(m.id());
            return s == null ? new Signature(m.id(), m.login(), m.name(), m.active(), null, null, null, false)
                    : new Signature(m.id(), m.login(), m.name(), m.active(), s.agreement(), s.language(), s.signedAt(), s.agreement().equals(current));
        });
    }
}
