package dev.pledgedesk.console;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TicketSection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keys are called in the visitor's language; a key that the running configuration no longer knows is shown as it is. */
@RequestScoped
public class Names {

    /** Something to choose: a key and what it is called. */
    public record Choice(String key, String name) {
    }

    /** Channels a ticket or message can come by, as the contract lists them. */
    static final List<String> CHANNELS = List.of("phone", "walk-in", "email", "chat", "app", "social-media", "e-commerce", "sms", "portal", "api");

    @Inject
    Site site;

    @Inject
    DeskClock clock;

    /** A status of a ticket type under the running configuration. */
    public String status(String type, String status) {
        return config().workflowOf(type).status(status).map(s -> site.text(s.name())).orElse(status);
    }

    /** A status by key alone, as the first workflow that has it calls it. */
    public String anyStatus(String key) {
        return statuses().stream().filter(c -> c.key().equals(key)).map(Choice::name).findFirst().orElse(key);
    }

    public String type(String key) {
        return config().ticketType(key).map(t -> site.text(t.name())).orElse(key);
    }

    /** Null gives an empty text. */
    public String category(String key) {
        return name(config().tickets().categories().stream().filter(c -> c.key().equals(key)).map(TicketSection.Category::name).findFirst(), key);
    }

    /** Null gives an empty text. */
    public String team(String key) {
        return name(config().organisation().teams().stream().filter(t -> t.key().equals(key)).map(OrganisationSection.Team::name).findFirst(), key);
    }

    /** Null gives an empty text. */
    public String department(String key) {
        return name(config().organisation().department(key).map(OrganisationSection.Department::name), key);
    }

    public String role(String key) {
        return name(config().role(key).map(OrganisationSection.Role::name), key);
    }

    public String priority(String key) {
        return key == null ? "" : site.textOr("console.priority." + key, key);
    }

    public String channel(String key) {
        return key == null ? "" : site.textOr("console.channel." + key, key);
    }

    /** What a status means, such as {@code on-hold}. */
    public String statusCategory(String key) {
        return site.textOr("console.status-category." + key, key);
    }

    public List<Choice> priorities() {
        return List.of("urgent", "high", "normal", "low").stream().map(p -> new Choice(p, priority(p))).toList();
    }

    public List<Choice> channels() {
        return CHANNELS.stream().filter(c -> !c.equals("api") && !c.equals("portal")).map(c -> new Choice(c, channel(c))).toList();
    }

    public List<Choice> types() {
        return config().tickets().ticketTypes().stream().map(t -> new Choice(t.key(), site.text(t.name()))).toList();
    }

    public List<Choice> teams() {
        return config().organisation().teams().stream().map(t -> new Choice(t.key(), site.text(t.name()))).toList();
    }

    public List<Choice> departments() {
        return config().organisation().departments().stream().map(d -> new Choice(d.key(), site.text(d.name()))).toList();
    }

    public List<Choice> roles() {
        return config().organisation().roles().stream().map(r -> new Choice(r.key(), site.text(r.name()))).toList();
    }

    /** The tree of categories as a list, each below its parent, with its depth shown by dashes. */
    public List<Choice> categories() {
        List<Choice> flat = new ArrayList<>();
        below(null, "", flat);
        return flat;
    }

    private void below(String parent, String indent, List<Choice> flat) {
        for (TicketSection.Category c : config().tickets().categories()) {
            if (java.util.Objects.equals(c.parent(), parent)) {
                flat.add(new Choice(c.key(), indent + site.text(c.name())));
                below(c.key(), indent + "– ", flat);
            }
        }
    }

    /** Every status of every workflow once. */
    public List<Choice> statuses() {
        Map<String, Choice> all = new LinkedHashMap<>();
        config().tickets().workflows().forEach(w -> w.statuses().forEach(s -> all.putIfAbsent(s.key(), new Choice(s.key(), site.text(s.name())))));
        return List.copyOf(all.values());
    }

    /** The moment of this page. */
    Instant now() {
        return clock.now();
    }

    /** A moment as short as it can be told: the time today, the day this year, the date before. */
    public String shortTime(Instant at) {
        if (at == null) {
            return "";
        }
        var local = at.atZone(site.zone());
        LocalDate day = local.toLocalDate();
        LocalDate today = clock.now().atZone(site.zone()).toLocalDate();
        if (day.equals(today)) {
            return DateTimeFormatter.ofPattern("HH:mm", site.locale()).format(local);
        }
        if (day.getYear() == today.getYear()) {
            return DateTimeFormatter.ofPattern(site.text("console.day-pattern"), site.locale()).format(local);
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(site.locale()).format(local);
    }

    /** First letter of a name, for the round mark beside a message. */
    public static String initial(String name) {
        return name == null || name.isBlank() ? "·" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    private TenantConfig config() {
        return site.config();
    }

    private String name(Optional<LocalizedText> text, String key) {
        return text.map(site::text).orElse(key == null ? "" : key);
    }
}
