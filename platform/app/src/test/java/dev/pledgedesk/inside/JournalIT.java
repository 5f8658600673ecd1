package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.audit.JournalReader;
import dev.pledgedesk.audit.JournalReader.Verification;
import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journal of a tenant is chained, and whoever alters it by hand is found out. */
@ExtendWith(ArquillianExtension.class)
class JournalIT {

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Inject
    private TenantScope scope;

    @Inject
    private JournalWriter writer;

    @Inject
    private JournalReader reader;

    @Resource
    private ManagedExecutorService executor;

    @Test
    void entriesAreChainedSoonAfterwards() {
        TenantId a = BareTenants.fresh();
        TenantId b = BareTenants.fresh();
        assertThat(writer.sealed(a, 12)).hasSize(12).doesNotHaveDuplicates();
        assertThat(verify(a)).isEqualTo(new Verification(true, 12, 0, null, null));
        assertThat(verify(b)).as("another tenant's chain").isEqualTo(new Verification(true, 0, 0, null, null));
        assertThat(writer.sealed(a, 3)).hasSize(15);
        assertThat(verify(a).checked()).isEqualTo(15);
        assertThat(scope.call(a, () -> reader.page(null, PageRequest.first(100))).items()).hasSize(15).allMatch(JournalReader.Line::sealed);
        assertThat(scope.call(b, () -> reader.page(null, PageRequest.first(100))).items()).isEmpty();
    }

    @Test
    void anAlteredEntryIsNamed() {
        TenantId a = BareTenants.fresh();
        UUID third = writer.sealed(a, 5).get(2);
        OwnerSql.tamper("update journal_entry set actor = 'staff/2' where tenant_id = ? and id = ?", a.value(), third);
        assertThat(verify(a)).isEqualTo(new Verification(false, 2, 0, third, "journal.altered"));
    }

    @Test
    void aChangedValueIsNamed() {
        TenantId a = BareTenants.fresh();
        UUID second = writer.sealed(a, 3).get(1);
        OwnerSql.tamper("update journal_entry set after = '{\"b\": {\"z\": 2, \"y\": [true]}}' where tenant_id = ? and id = ?", a.value(), second);
        assertThat(verify(a)).isEqualTo(new Verification(false, 1, 0, second, "journal.altered"));
    }

    @Test
    void aMissingEntryIsNamed() {
        TenantId a = BareTenants.fresh();
        UUID fourth = writer.sealed(a, 5).get(3);
        OwnerSql.tamper("delete from journal_entry where tenant_id = ? and id = ?", a.value(), fourth);
        assertThat(verify(a)).isEqualTo(new Verification(false, 3, 0, fourth, "journal.missing"));
    }

    @Test
    void aMissingLinkIsFound() {
        TenantId a = BareTenants.fresh();
        List<UUID> entries = writer.sealed(a, 4);
        OwnerSql.tamper("delete from journal_seal where tenant_id = ? and number = 2", a.value());
        assertThat(verify(a)).isEqualTo(new Verification(false, 1, 1, entries.get(2), "journal.gap"));
    }

    @Test
    void aCutEndIsFound() {
        TenantId a = BareTenants.fresh();
        UUID last = writer.sealed(a, 4).get(3);
        OwnerSql.tamper("delete from journal_seal where tenant_id = ? and number = 4", a.value());
        OwnerSql.tamper("delete from journal_entry where tenant_id = ? and id = ?", a.value(), last);
        assertThat(verify(a)).isEqualTo(new Verification(false, 3, 0, null, "journal.cut"));
    }

    @Test
    void aChainThatGrowsWhileItIsCheckedIsIntact() throws Exception {
        TenantId a = BareTenants.fresh();
        writer.sealed(a, 1);
        Future<?> growth = executor.submit(() -> {
            for (int i = 0; i < 150; i++) {
                writer.sealed(a, 1);
            }
        });
        do {
            assertThat(verify(a).reason()).isNull();
        } while (!growth.isDone());
        growth.get();
        assertThat(verify(a)).isEqualTo(new Verification(true, 151, 0, null, null));
    }

    @Test
    void aForgottenEndIsFound() {
        TenantId a = BareTenants.fresh();
        writer.sealed(a, 2);
        OwnerSql.tamper("delete from journal_chain where tenant_id = ?", a.value());
        assertThat(verify(a)).isEqualTo(new Verification(false, 2, 0, null, "journal.cut"));
    }

    @Test
    void twoExchangedEntriesAreFound() {
        TenantId a = BareTenants.fresh();
        List<UUID> entries = writer.sealed(a, 3);
        OwnerSql.tamper("update journal_entry set subject_id = case id when ?::uuid then 's1' when ?::uuid then 's0' else subject_id end where tenant_id = ?",
                entries.get(0), entries.get(1), a.value());
        assertThat(verify(a)).isEqualTo(new Verification(false, 0, 0, entries.get(0), "journal.altered"));
    }

    private Verification verify(TenantId tenant) {
        return scope.call(tenant, reader::verify);
    }
}
