package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Roles of a configuration may list only permissions that exist and that a tenant may grant. */
@ApplicationScoped
public class RoleCheck implements ConfigCheck {

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        for (int r = 0; r < config.organisation().roles().size(); r++) {
            List<String> permissions = config.organisation().roles().get(r).permissions();
            for (int p = 0; p < permissions.size(); p++) {
                if (Permission.grantable(permissions.get(p)).isEmpty()) {
                    findings.add("organisation", "/roles/" + r + "/permissions/" + p, "config.unknown-permission", permissions.get(p));
                }
            }
        }
    }
}
