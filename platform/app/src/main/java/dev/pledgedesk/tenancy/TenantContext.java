package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.TenantId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * Whose request this is. Set once, by the host filter or by {@link TenantScope}; it has no default, so reading it before is an error
 * rather than somebody else's tenant.
 */
@RequestScoped
public class TenantContext {

    @Inject
    Event<TenantEntered> entered;

    private boolean set;
    private TenantId tenant;

    /** This request belongs to a tenant, which is told to whoever has to get ready for it. */
    public void enter(TenantId tenantId) {
        once();
        tenant = Objects.requireNonNull(tenantId);
        entered.fire(new TenantEntered(tenantId));
    }

    /** This request is the operator's or a worker's own: it sees no row of any tenant. */
    public void enterPlatform() {
        once();
    }

    private void once() {
        if (set) {
            throw new IllegalStateException("the tenant of a request is set once");
        }
        set = true;
    }

    /** The tenant; throws {@link IllegalStateException} where none was set or the work is tenantless. */
    public TenantId tenantId() {
        if (tenant == null) {
            throw new IllegalStateException(set ? "tenantless work asked for a tenant" : "no tenant was set");
        }
        return tenant;
    }

    /** Whether a tenant was entered. */
    public boolean hasTenant() {
        return tenant != null;
    }

    /** Whether anything was entered. */
    public boolean isSet() {
        return set;
    }
}
