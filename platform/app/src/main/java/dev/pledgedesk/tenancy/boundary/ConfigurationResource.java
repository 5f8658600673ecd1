package dev.pledgedesk.tenancy.boundary;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.pledgedesk.api.ConfigurationApi;
import dev.pledgedesk.api.model.Catalogue;
import dev.pledgedesk.api.model.CatalogueConsent;
import dev.pledgedesk.api.model.CatalogueEntry;
import dev.pledgedesk.api.model.CatalogueField;
import dev.pledgedesk.api.model.CatalogueTicketType;
import dev.pledgedesk.api.model.TenantConfiguration;
import dev.pledgedesk.api.model.UploadLimits;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Public;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.tenancy.control.ConfigJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A tenant's own view of its configuration: what visitors need of it, and all of it for administrators. */
@RequestScoped
public class ConfigurationResource implements ConfigurationApi {

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    @ConfigProperty(name = "pledgedesk.attachment.max-bytes", defaultValue = "26214400")
    long maxBytes;

    @Inject
    @ConfigProperty(name = "pledgedesk.attachment.max-files", defaultValue = "10")
    int maxFiles;

    @Override
    @Public
    public Catalogue getCatalogue() {
        TenantConfig config = tenants.config();
        Locale locale = language.locale();
        return new Catalogue().tenant(config.tenant().key()).name(config.tenant().name().in(locale)).locales(config.tenant().locales())
                .ticketTypes(config.tickets().ticketTypes().stream().filter(TicketSection.TicketType::portal).map(t -> type(t, locale)).toList())
                .categories(config.tickets().categories().stream()
                        .map(c -> new CatalogueEntry().key(c.key()).name(c.name().in(locale)).parent(c.parent())).toList())
                .consents(config.consents().stream().map(c -> new CatalogueConsent().key(c.key()).version(c.version()).covers(CatalogueConsent.CoversEnum.fromValue(c.covers().key()))
                        .title(c.title().in(locale)).text(c.text().in(locale)).digest(c.digest(locale)).guardianUnder(c.guardianUnder())).toList())
                .limits(new UploadLimits().bytesPerFile(maxBytes).filesPerMessage(maxFiles));
    }

    private static CatalogueTicketType type(TicketSection.TicketType type, Locale locale) {
        return new CatalogueTicketType().key(type.key()).name(type.name().in(locale))
                .description(type.description() == null ? null : type.description().in(locale))
                .fields(type.fields().stream().filter(f -> !f.internal()).map(f -> new CatalogueField().key(f.key()).name(f.name().in(locale))
                        .kind(CatalogueField.KindEnum.fromValue(f.kind().key())).required(f.required()).sensitive(f.sensitive() != null)
                        .choices(f.choices().stream().map(c -> new CatalogueEntry().key(c.key()).name(c.name().in(locale))).toList())).toList());
    }

    @Override
    @Allowed(Permission.CONFIGURATION_READ)
    public TenantConfiguration getConfiguration() {
        Map<String, Object> document = ConfigJson.MAPPER.convertValue(tenants.config(), new TypeReference<>() { });
        return new TenantConfiguration().version(tenants.current().configVersion()).document(document);
    }
}
