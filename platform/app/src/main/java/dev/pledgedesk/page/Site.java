package dev.pledgedesk.page;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.tenancy.IdentitySection;
import dev.pledgedesk.tenancy.PortalSection;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.TicketExtras;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The site a page is part of, as templates see it: texts in the visitor's language, the vendor's brand, who is signed in. */
@RequestScoped
public class Site {

    @Inject
    TicketExtras extras;

    @Inject
    RequestLanguage language;

    @Inject
    TenantContext context;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    @Inject
    Staff staff;

    @Inject
    Customers customers;

    @Inject
    FormToken formToken;

    @Inject
    CurrentPage currentPage;

    @Inject
    @ConfigProperty(name = "pledgedesk.profile", defaultValue = "production")
    String profile;

    @Inject
    Notices notices;

    private Map<String, LocalizedText> ownTexts;
    private long unreadNotices = -1;

    /** A text in the visitor's language: the vendor's own if it has one for the portal, else that of the message bundle, see {@link Messages#text}. */
    public String text(String key, Object... arguments) {
        LocalizedText own = key.startsWith(PortalSection.PREFIX) ? ownTexts().get(key) : null;
        return own == null ? language.messages().text(key, arguments) : PortalSection.fill(own.in(language.locale()), language.locale(), arguments);
    }

    private Map<String, LocalizedText> ownTexts() {
        if (ownTexts == null) {
            ownTexts = hasTenant() ? config().portalTexts().stream().collect(Collectors.toMap(PortalSection.Text::key, PortalSection.Text::text)) : Map.of();
        }
        return ownTexts;
    }

    /** A tenant's own text in the visitor's language. Null gives an empty text. */
    public String text(LocalizedText text) {
        return text == null ? "" : text.in(language.locale());
    }

    /** A text of the bundle if it is there, else the key's last part; for keys that tenants define. */
    public String textOr(String key, String otherwise) {
        return language.messages().has(key) ? text(key) : otherwise;
    }

    public Locale locale() {
        return language.locale();
    }

    /** Language tag for the {@code lang} attribute. */
    public String lang() {
        return language.locale().toLanguageTag();
    }

    /** Whether the page belongs to a tenant rather than to the operator. */
    public boolean hasTenant() {
        return context.hasTenant();
    }

    /** The tenant's running configuration. */
    public TenantConfig config() {
        return tenants.config();
    }

    /** The tenant's OpenID providers for staff or those for customers; none on the operator's site. */
    public List<IdentitySection.Provider> providers(boolean staff) {
        return hasTenant() ? config().providers().stream().filter(p -> p.isForStaff() == staff).toList() : List.of();
    }

    /** The address that begins a sign-in at a provider and ends at a path of this site. */
    public String signInAt(IdentitySection.Provider provider, String back) {
        return "/sign-in/with/" + provider.key() + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    /** The address that links the visitor with who he is at a provider, and ends on this page. */
    public String linkAt(IdentitySection.Provider provider) {
        return action("/sign-in/link/" + provider.key() + "?back=" + URLEncoder.encode(currentPage.path(), StandardCharsets.UTF_8));
    }

    /** How much the signed-in member of staff is told of and has not read. */
    public long unreadNotices() {
        if (unreadNotices < 0) {
            unreadNotices = notices.countUnread();
        }
        return unreadNotices;
    }

    /** Version of the running configuration, for addresses of files made from it. */
    public int configVersion() {
        return tenants.current().configVersion();
    }

    /** The vendor's name, or the product's on the operator's site. */
    public String name() {
        return hasTenant() ? text(config().tenant().name()) : "PledgeDesk";
    }

    /** Languages a visitor can choose. */
    public List<String> languages() {
        return hasTenant() ? config().tenant().locales() : List.of("zh-CN", "en");
    }

    public boolean isSignedIn() {
        return !caller.isAnonymous();
    }

    public boolean isStaff() {
        return caller.kind() == CallerKind.STAFF;
    }

    public boolean isCustomer() {
        return caller.isCustomer();
    }

    /** Whether the visitor came by the link of one ticket and sees nothing else. */
    public boolean isBoundToTicket() {
        return caller.ticketId() != null;
    }

    public boolean may(String permission) {
        return Permission.grantable(permission).map(caller::may).orElse(false);
    }

    public UUID callerId() {
        return caller.id();
    }

    /** Name of who is signed in, empty for nobody. */
    public String callerName() {
        return switch (caller.kind()) {
            case STAFF -> staff.names(List.of(caller.id())).getOrDefault(caller.id(), "");
            case CUSTOMER -> customers.names(List.of(caller.id())).values().stream().map(CustomerName::text).findFirst().orElse("");
            case OPERATOR -> text("role.operator");
            default -> "";
        };
    }

    /** An address for a form: carries the token against forged requests. */
    public String action(String path) {
        return path + (path.contains("?") ? "&" : "?") + FormToken.PARAMETER + "=" + formToken.value();
    }

    /** The token itself, for requests made by script. */
    public String formToken() {
        return formToken.value();
    }

    /** The address of a static file. */
    public String asset(String path) {
        return Assets.address(path);
    }

    /** Path and query of this page, to come back to. */
    public String here() {
        return currentPage.address();
    }

    /** Whether a path is the section this page is in. */
    public boolean isAt(String path) {
        return currentPage.path().equals(path) || currentPage.path().startsWith(path + "/");
    }

    public boolean isDemo() {
        return "demo".equals(profile);
    }

    /** The tenant's time zone; UTC on the operator's site. */
    public ZoneId zone() {
        return hasTenant() ? ZoneId.of(config().tenant().zone()) : ZoneOffset.UTC;
    }

    /** Date and time as the visitor writes them, in the tenant's zone. */
    public String dateTime(Instant instant) {
        return instant == null ? "" : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale())
                .withZone(zone()).format(instant);
    }

    /** For the {@code datetime} attribute. */
    public String machineTime(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    /** Bytes as a size people read. */
    public String size(long bytes) {
        return bytes < 1024 ? bytes + " B" : bytes < 1024 * 1024 ? bytes / 1024 + " KB" : String.format(locale(), "%.1f MB", bytes / (1024.0 * 1024));
    }

    /** Where staff are offered values of a field while they type; null for nowhere. */
    public String offered(String ticketType, TicketSection.Field field) {
        return extras.offers(field) ? "/console/options/" + ticketType + "/" + field.key() : null;
    }
}
