package dev.pledgedesk.audit.boundary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.api.JournalApi;
import dev.pledgedesk.api.model.JournalEntry;
import dev.pledgedesk.api.model.JournalPage;
import dev.pledgedesk.api.model.JournalVerification;
import dev.pledgedesk.audit.JournalReader;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** The journal over REST. */
@RequestScoped
public class JournalResource implements JournalApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    JournalReader journal;

    @Inject
    TenantDesk tenants;

    @Inject
    TenantScope scope;

    @Inject
    RequestLanguage language;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.JOURNAL_READ)
    public JournalPage listJournal(UUID subjectId, Integer pageSize, String pageAfter) {
        Page<JournalReader.Line> page = journal.page(subjectId == null ? null : subjectId.toString(), PageRequest.of(pageSize, pageAfter));
        return new JournalPage().items(page.items().stream().map(JournalResource::entry).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.JOURNAL_READ)
    public JournalVerification verifyJournal() {
        return answer(journal.verify());
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public JournalVerification verifyTenantJournal(String tenantKey) {
        return answer(scope.call(tenants.get(tenantKey).id(), journal::verify));
    }

    private JournalVerification answer(JournalReader.Verification result) {
        return new JournalVerification().intact(result.intact()).checked(result.checked()).unsealed(result.unsealed()).brokenAt(result.brokenAt())
                .reason(result.reason() == null ? null : language.messages().text(result.reason()));
    }

    private static JournalEntry entry(JournalReader.Line e) {
        return new JournalEntry().id(e.id()).at(e.at()).actor(e.actor()).action(e.action()).subjectType(e.subjectType())
                .subjectId(e.subjectId()).before(map(e.before())).after(map(e.after())).reason(e.reason()).requestId(e.requestId())
                .sealed(e.sealed());
    }

    private static Map<String, Object> map(JsonNode node) {
        return node == null || node.isNull() ? null : JSON.convertValue(node, new TypeReference<>() { });
    }
}
