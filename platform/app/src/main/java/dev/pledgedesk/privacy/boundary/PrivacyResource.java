package dev.pledgedesk.privacy.boundary;

import dev.pledgedesk.api.PrivacyApi;
import dev.pledgedesk.api.model.DisposalMark;
import dev.pledgedesk.api.model.DisposalMarkPage;
import dev.pledgedesk.api.model.DisposalRun;
import dev.pledgedesk.api.model.KeyRotation;
import dev.pledgedesk.api.model.ProcessedData;
import dev.pledgedesk.api.model.ProcessingActivity;
import dev.pledgedesk.api.model.ProcessingRecord;
import dev.pledgedesk.api.model.RetainedKind;
import dev.pledgedesk.api.model.RetentionOutlook;
import dev.pledgedesk.api.model.RetentionReport;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.Disposals;
import dev.pledgedesk.privacy.FieldCatalogue.Activity;
import dev.pledgedesk.privacy.FieldCatalogue.Entry;
import dev.pledgedesk.privacy.FieldCatalogue;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** What the tenant's desk keeps of people, over REST. */
@RequestScoped
public class PrivacyResource implements PrivacyApi {

    private static final int RUNS = 90;

    @Inject
    FieldCatalogue catalogue;

    @Inject
    dev.pledgedesk.privacy.KeyRotation rotation;

    @Inject
    Disposals disposals;

    @Inject
    Paging paging;

    @Inject
    TenantDesk tenants;

    @Inject
    TenantScope scope;

    @Inject
    RequestLanguage language;

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public ProcessingRecord getProcessingRecord() {
        Messages messages = language.messages();
        return new ProcessingRecord().activities(catalogue.activities().stream().map(a -> activity(a, messages)).toList());
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public KeyRotation getKeyRotation(String tenantKey) {
        return answer(scope.call(tenants.get(tenantKey).id(), rotation::state));
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public KeyRotation rotateKeys(String tenantKey) {
        return answer(scope.call(tenants.get(tenantKey).id(), () -> rotation.begin("operator")));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public RetentionReport getRetention() {
        return new RetentionReport().kinds(disposals.outlook().stream().map(o -> new RetentionOutlook().kind(RetainedKind.fromValue(o.kind())).days(o.days()).over(o.over()).marked(o.marked()))
                .toList()).runs(disposals.runs(RUNS).stream().map(r -> new DisposalRun().kind(RetainedKind.fromValue(r.kind())).day(r.day()).marked(r.marked()).spared(r.spared())
                        .removed(r.removed())).toList());
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public DisposalMarkPage listDisposalMarks(RetainedKind kind, Integer pageSize, String pageAfter) {
        Page<Disposals.Mark> page = disposals.marks(kind.toString(), PageRequest.of(pageSize, pageAfter));
        return new DisposalMarkPage().items(page.items().stream().map(m -> new DisposalMark().recordId(m.recordId()).markedAt(m.markedAt()).dueAt(m.dueAt())).toList())
                .meta(paging.meta(page)).links(paging.links(page));
    }

    private static KeyRotation answer(dev.pledgedesk.privacy.KeyRotation.State state) {
        return new KeyRotation().done(state.isDone()).tenantKeys(state.keys()).personKeysWaiting(state.waiting());
    }

    private static ProcessingActivity activity(Activity activity, Messages messages) {
        String purpose = "privacy.purpose." + activity.purpose().key();
        return new ProcessingActivity().purpose(activity.purpose().key()).name(messages.text(purpose)).description(messages.text(purpose + ".about"))
                .data(activity.entries().stream().map(e -> data(e, messages)).toList());
    }

    private static ProcessedData data(Entry entry, Messages messages) {
        var data = new ProcessedData().table(entry.table()).tableName(messages.text("privacy.table." + entry.table())).column(entry.field().column()).name(entry.name(messages))
                .persons(ProcessedData.PersonsEnum.fromValue(entry.whose().key())).dataClass(ProcessedData.DataClassEnum.fromValue(entry.field().dataClass().key()))
                .retention(entry.field().retention().key()).retentionName(messages.text("privacy.retention." + entry.field().retention().key()))
                .seenBy(entry.field().seenBy().stream().map(Permission::key).sorted().toList()).seenByPerson(entry.field().self());
        return entry.custom() == null ? data : data.ticketType(entry.custom().type().key()).customField(entry.custom().field().key());
    }
}
