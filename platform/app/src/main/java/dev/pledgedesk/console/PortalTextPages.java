package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.tenancy.PortalSection;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every text of the pages that customers see: the platform's words and the tenant's own; these are changed by {@code portal.yaml}. */
@RequestScoped
@Path("/console/admin/portal-texts")
public class PortalTextPages implements PageResource {

    /**
     * A text in every language of the tenant.
     *
     * @param platform by language, the platform's words
     * @param own      the tenant's, null if it has none
     */
    public record Row(String key, Map<String, String> platform, LocalizedText own) {
    }

    /** All texts, by key. */
    public record View(List<String> languages, List<Row> rows) {
    }

    @Inject
    Tenants tenants;

    /** All of them on one page. */
    @GET
    @Allowed(Permission.CONFIGURATION_READ)
    public HtmlPage show() {
        TenantConfig config = tenants.config();
        List<String> languages = config.tenant().locales();
        Map<String, LocalizedText> own = config.portalTexts().stream().collect(Collectors.toMap(PortalSection.Text::key, PortalSection.Text::text));
        List<Row> rows = Messages.in(languages.get(0)).keys(PortalSection.PREFIX).stream()
                .map(key -> new Row(key, languages.stream().collect(Collectors.toMap(l -> l, l -> Messages.in(l).text(key))), own.get(key))).toList();
        return HtmlPage.of("console/portal-texts.jte", new View(languages, rows));
    }
}
