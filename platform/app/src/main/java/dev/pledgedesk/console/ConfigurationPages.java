package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the running configuration says, to be read; it is changed by its files. */
@RequestScoped
@Path("/console/admin")
public class ConfigurationPages implements PageResource {

    /** The configuration and the version of it that runs. */
    public record View(TenantInfo tenant, TenantConfig config, Names names) {

        /** Every permission a role can have. */
        public List<String> permissions() {
            return Arrays.stream(Permission.values()).filter(p -> p != Permission.TENANT_OPERATE).map(Permission::key).toList();
        }

        /** Categories right below another; null gives those at the top. */
        public List<TicketSection.Category> below(String parent) {
            return config.tickets().categories().stream().filter(c -> Objects.equals(c.parent(), parent)).toList();
        }

        /** A text in every language there is. */
        public String all(LocalizedText text) {
            return text == null ? "–" : String.join(" / ", new java.util.LinkedHashSet<>(text.byTag().values()));
        }

        /** A text in the languages that are not the reader's. */
        public String others(LocalizedText text, Site site) {
            return text.byTag().entrySet().stream().filter(e -> !e.getKey().equals(site.lang())).map(Map.Entry::getValue)
                    .filter(t -> !t.equals(site.text(text))).findFirst().orElse("");
        }
    }

    @Inject
    Tenants tenants;

    @Inject
    Names names;

    /** All of it on one page. */
    @GET
    @Allowed(Permission.CONFIGURATION_READ)
    public HtmlPage show() {
        return HtmlPage.of("console/configuration.jte", new View(tenants.current(), tenants.config(), names));
    }
}
