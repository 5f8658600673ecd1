package dev.pledgedesk.tenancy.boundary;

import dev.pledgedesk.api.TenantsApi;
import dev.pledgedesk.api.model.ConfigurationChange;
import dev.pledgedesk.api.model.ConfigurationFiles;
import dev.pledgedesk.api.model.ConfigurationPlan;
import dev.pledgedesk.api.model.ConfigurationProblem;
import dev.pledgedesk.api.model.ConfigurationVersion;
import dev.pledgedesk.api.model.ConfigurationVersionList;
import dev.pledgedesk.api.model.NewTenantClosure;
import dev.pledgedesk.api.model.Tenant;
import dev.pledgedesk.api.model.TenantChange;
import dev.pledgedesk.api.model.TenantList;
import dev.pledgedesk.api.model.TransferKey;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.ETags;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.tenancy.Departure;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.tenancy.control.ConfigPlan;
import dev.pledgedesk.tenancy.control.Configurations;
import dev.pledgedesk.tenancy.control.TenantExport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The operator's operations on tenants. */
@RequestScoped
public class TenantsResource implements TenantsApi {

    private static final String OPERATOR = "operator";

    @Inject
    TenantDesk tenants;

    @Inject
    Configurations configurations;

    @Inject
    TenantExport export;

    @Inject
    RequestLanguage language;

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public TenantList listTenants() {
        return new TenantList().items(tenants.all().stream().map(TenantsResource::tenant).toList());
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public Tenant getTenant(String tenantKey) {
        return tenant(tenants.get(tenantKey));
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public Tenant changeTenant(String tenantKey, TenantChange change, String ifMatch) {
        return tenant(tenants.setActive(tenantKey, change.getState() == TenantChange.StateEnum.ACTIVE, change.getReason(), ETags.required(ifMatch), OPERATOR));
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public Tenant closeTenant(String tenantKey, NewTenantClosure body, String idempotencyKey) {
        return tenant(tenants.close(tenantKey, body.getConfirm(), body.getReason(), OPERATOR));
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public ConfigurationPlan planConfiguration(String tenantKey, ConfigurationFiles files) {
        return plan(configurations.plan(tenantKey, files(files), language.messages()));
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public ConfigurationPlan applyConfiguration(String tenantKey, ConfigurationFiles files, String idempotencyKey) {
        ConfigPlan done = configurations.apply(tenantKey, files(files), files.getExpectedVersion(), OPERATOR, language.messages());
        if (!done.valid()) {
            throw Problem.unprocessable(done.problems().stream()
                    .map(p -> new FieldError(p.file() + ":" + p.line() + ":" + p.column(), "literal", p.message())).toList());
        }
        return plan(done);
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public ConfigurationVersionList listConfigurations(String tenantKey) {
        return new ConfigurationVersionList().items(configurations.versions(tenantKey).stream().map(v -> new ConfigurationVersion().version(v.number())
                .digest(v.digest()).appliedAt(v.appliedAt()).appliedBy(v.appliedBy())).toList());
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public Response exportTenant(String tenantKey) {
        TenantInfo tenant = tenants.get(tenantKey);
        tenant.requireOpen();
        StreamingOutput archive = out -> export.write(tenant, OPERATOR, out);
        return Download.archive(tenant.key() + ".zip", archive);
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public TransferKey getTransferKey() {
        return new TransferKey().transferKey(tenants.transferKey());
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public Response packTenant(String tenantKey, String transferKey) {
        Departure departure = tenants.depart(tenantKey, transferKey, OPERATOR);
        return Download.archive(tenantKey + ".transfer.zip", departure::write);
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public Tenant unpackTenant(String tenantKey, InputStream body) {
        try {
            return tenant(tenants.arrive(tenantKey, body, OPERATOR));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<ConfigFile> files(ConfigurationFiles files) {
        return files.getFiles().stream().map(f -> new ConfigFile(f.getPath(), f.getContent())).toList();
    }

    private static ConfigurationPlan plan(ConfigPlan plan) {
        return new ConfigurationPlan().valid(plan.valid()).runningVersion(plan.runningVersion()).appliedVersion(plan.appliedVersion())
                .changes(plan.changes().stream().map(c -> new ConfigurationChange()
                        .kind(ConfigurationChange.KindEnum.fromValue(c.kind().name().toLowerCase(Locale.ROOT)))
                        .path(c.path()).before(c.before()).after(c.after())).toList())
                .problems(plan.problems().stream().map(p -> new ConfigurationProblem()._file(p.file()).line(p.line()).column(p.column())
                        .message(p.message())).toList());
    }

    private static Tenant tenant(TenantInfo t) {
        return new Tenant().id(t.id().value()).key(t.key()).state(t.isClosed() ? Tenant.StateEnum.CLOSED : t.active() ? Tenant.StateEnum.ACTIVE : Tenant.StateEnum.SUSPENDED).hosts(t.hosts())
                .configVersion(t.configVersion()).createdAt(t.createdAt()).version(t.version()).closedAt(t.closedAt()).certificate(t.certificate());
    }
}
