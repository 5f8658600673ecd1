package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.kernel.Blanks;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.BreachRules;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.IdentitySection.Link;
import dev.pledgedesk.tenancy.IdentitySection.Provider;
import dev.pledgedesk.tenancy.MailSection;
import dev.pledgedesk.tenancy.OrganisationSection.Department;
import dev.pledgedesk.tenancy.PortalSection;
import dev.pledgedesk.tenancy.PrivacySection;
import dev.pledgedesk.tenancy.PrivacySection.Consent;
import dev.pledgedesk.tenancy.PrivacySection.Covers;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.tenancy.TicketSection.Category;
import dev.pledgedesk.tenancy.TicketSection.CustomerGroup;
import dev.pledgedesk.tenancy.TicketSection.Field;
import dev.pledgedesk.tenancy.TicketSection.FieldKind;
import dev.pledgedesk.tenancy.TicketSection.Status;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import dev.pledgedesk.tenancy.TicketSection.Workflow;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The rules of a configuration that a schema cannot say: keys are unique, references lead somewhere, every status can be left and reached. */
final class ConfigRules {

    private static final String TENANT = "tenant";
    private static final String ORGANISATION = "organisation";
    private static final String TICKETS = "tickets";
    private static final String IDENTITY = "identity";
    private static final String PRIVACY = "privacy";
    private static final String MAILS = "mails";
    private static final String PORTAL = "portal";

    private final TenantConfig config;
    private final ConfigFindings findings;

    ConfigRules(TenantConfig config, ConfigFindings findings) {
        this.config = config;
        this.findings = findings;
    }

    void check() {
        zone();
        languages();
        Set<String> departments = unique(ORGANISATION, "/departments", config.organisation().departments(), Department::key);
        Set<String> teams = unique(ORGANISATION, "/teams", config.organisation().teams(), t -> t.key());
        providers(unique(ORGANISATION, "/roles", config.organisation().roles(), r -> r.key()));
        for (int i = 0; i < config.organisation().teams().size(); i++) {
            reference(ORGANISATION, "/teams/" + i + "/department", config.organisation().teams().get(i).department(), departments);
        }
        Set<String> workflows = unique(TICKETS, "/workflows", config.tickets().workflows(), Workflow::key);
        for (int i = 0; i < config.tickets().workflows().size(); i++) {
            workflow("/workflows/" + i, config.tickets().workflows().get(i));
        }
        categories();
        customerGroups();
        unique(TICKETS, "/ticketTypes", config.tickets().ticketTypes(), TicketType::key);
        for (int i = 0; i < config.tickets().ticketTypes().size(); i++) {
            ticketType("/ticketTypes/" + i, config.tickets().ticketTypes().get(i), workflows, teams, departments);
        }
        macros();
        inbound();
        consents();
        breaches();
        analyses();
        mails();
        portal();
    }

    private void zone() {
        try {
            ZoneId.of(config.tenant().zone());
        } catch (DateTimeException unknown) {
            findings.add(TENANT, "/zone", "config.unknown-zone", config.tenant().zone());
        }
    }

    private void languages() {
        languages(TENANT, "/name", config.tenant().name());
        config.agreement().ifPresent(agreement -> {
            languages(PRIVACY, "/agreement/title", agreement.title());
            languages(PRIVACY, "/agreement/text", agreement.text());
        });
    }

    private void consents() {
        List<Consent> consents = config.consents();
        unique(PRIVACY, "/consents", consents, Consent::key);
        for (int i = 0; i < consents.size(); i++) {
            languages(PRIVACY, "/consents/" + i + "/title", consents.get(i).title());
            languages(PRIVACY, "/consents/" + i + "/text", consents.get(i).text());
        }
        boolean asked = consents.stream().anyMatch(c -> c.covers() == Covers.SENSITIVE);
        for (int t = 0; asked && t < config.tickets().ticketTypes().size(); t++) {
            List<Field> fields = config.tickets().ticketTypes().get(t).fields();
            for (int f = 0; f < fields.size(); f++) {
                if (fields.get(f).required() && fields.get(f).sensitive() != null) {
                    findings.add(TICKETS, "/ticketTypes/" + t + "/fields/" + f, "config.required-consent", fields.get(f).key());
                }
            }
        }
    }

    private void breaches() {
        BreachRules rules = config.breaches();
        unique(PRIVACY, "/breaches/regimes", rules.regimes(), BreachRules.Regime::key);
        for (int i = 0; i < rules.regimes().size(); i++) {
            languages(PRIVACY, "/breaches/regimes/" + i + "/name", rules.regimes().get(i).name());
        }
        breachLetter("/breaches/notice", rules.notice());
        breachLetter("/breaches/report", rules.report());
    }

    private void breachLetter(String pointer, BreachRules.Letter letter) {
        if (letter != null) {
            written(PRIVACY, pointer + "/subject", letter.subject(), BreachRules.BLANKS);
            written(PRIVACY, pointer + "/body", letter.body(), BreachRules.BLANKS);
        }
    }

    /** A text with blanks, in all languages. */
    private void written(String section, String pointer, LocalizedText text, Set<String> blanks) {
        languages(section, pointer, text);
        blanks(section, pointer, text, blanks);
    }

    private void blanks(String section, String pointer, LocalizedText text, Set<String> known) {
        text.byTag().values().stream().flatMap(t -> Blanks.of(t).stream()).filter(name -> !known.contains(name)).distinct().sorted()
                .forEach(name -> findings.add(section, pointer, "config.unknown-blank", name));
    }

    private void mails() {
        unique(MAILS, "/letters", config.letters(), letter -> letter.key().key());
        for (int i = 0; i < config.letters().size(); i++) {
            MailSection.Letter letter = config.letters().get(i);
            String pointer = "/letters/" + i;
            written(MAILS, pointer + "/subject", letter.subject(), letter.key().blanks());
            written(MAILS, pointer + "/body", letter.body(), letter.key().blanks());
            letter.body().byTag().forEach((language, body) -> letter.key().needed().stream().filter(name -> !Blanks.of(body).contains(name)).sorted()
                    .forEach(name -> findings.add(MAILS, pointer + "/body", "config.blank-missing", name, language)));
            shortWords(pointer + "/text", letter);
        }
    }

    private void shortWords(String pointer, MailSection.Letter letter) {
        if (letter.text() != null && !letter.key().isTexted()) {
            findings.add(MAILS, pointer, "config.never-texted", letter.key().key());
        } else if (letter.text() != null) {
            // An answer's words are not for the networks.
            written(MAILS, pointer, letter.text(), letter.key().blanks().stream().filter(blank -> !blank.equals("answer")).collect(Collectors.toSet()));
            letter.text().byTag().forEach((language, text) -> {
                if (!Blanks.of(text).contains("link")) {
                    findings.add(MAILS, pointer, "config.blank-missing", "link", language);
                }
            });
        }
    }

    private void portal() {
        unique(PORTAL, "/texts", config.portalTexts(), PortalSection.Text::key);
        for (int i = 0; i < config.portalTexts().size(); i++) {
            PortalSection.Text text = config.portalTexts().get(i);
            String pointer = "/texts/" + i;
            if (!text.key().startsWith(PortalSection.PREFIX) || !Messages.in(Locale.ENGLISH).has(text.key())) {
                findings.add(PORTAL, pointer + "/key", "config.unknown-text", text.key());
                continue;
            }
            languages(PORTAL, pointer + "/text", text.text());
            Set<String> known = PortalSection.blanks(Messages.in(Locale.ENGLISH).text(text.key()));
            text.text().byTag().values().stream().flatMap(t -> PortalSection.blanks(t).stream()).filter(blank -> !known.contains(blank)).distinct().sorted()
                    .forEach(blank -> findings.add(PORTAL, pointer + "/text", "config.unknown-blank", blank));
        }
    }

    private void analyses() {
        Set<String> types = new HashSet<>();
        config.tickets().ticketTypes().forEach(t -> types.add(t.key()));
        unique(PRIVACY, "/analyses", config.analyses(), PrivacySection.Analysis::key);
        for (int i = 0; i < config.analyses().size(); i++) {
            PrivacySection.Analysis analysis = config.analyses().get(i);
            String pointer = "/analyses/" + i;
            languages(PRIVACY, pointer + "/title", analysis.title());
            for (int t = 0; t < analysis.types().size(); t++) {
                reference(PRIVACY, pointer + "/types/" + t, analysis.types().get(t), types);
            }
            List<Field> there = config.tickets().ticketTypes().stream().filter(t -> analysis.types().isEmpty() || analysis.types().contains(t.key())).flatMap(t -> t.fields().stream()).toList();
            for (int f = 0; f < analysis.fields().size(); f++) {
                String key = analysis.fields().get(f);
                reference(PRIVACY, pointer + "/fields/" + f, key, there.stream().map(Field::key).collect(Collectors.toSet()));
                if (there.stream().anyMatch(field -> field.key().equals(key) && (field.personal() || field.sensitive() != null))) {
                    findings.add(PRIVACY, pointer + "/fields/" + f, "config.personal-analysis", key);
                }
            }
        }
    }

    private void languages(String section, String pointer, LocalizedText text) {
        findings.languages(section, pointer, text, config.tenant().locales());
    }

    private void workflow(String pointer, Workflow workflow) {
        Set<String> keys = unique(TICKETS, pointer + "/statuses", workflow.statuses(), Status::key);
        Map<String, Status> byKey = new HashMap<>();
        workflow.statuses().forEach(s -> byKey.put(s.key(), s));
        for (int i = 0; i < workflow.statuses().size(); i++) {
            Status status = workflow.statuses().get(i);
            for (int n = 0; n < status.next().size(); n++) {
                reference(TICKETS, pointer + "/statuses/" + i + "/next/" + n, status.next().get(n), keys);
            }
            if (status.next().isEmpty() && status.category() != StatusCategory.CLOSED) {
                findings.add(TICKETS, pointer + "/statuses/" + i, "config.dead-end", status.key());
            }
        }
        if (workflow.initial().category() != StatusCategory.NEW) {
            findings.add(TICKETS, pointer + "/statuses/0", "config.first-status", workflow.initial().key());
        }
        Set<String> reached = new HashSet<>();
        reach(workflow.initial().key(), byKey, reached);
        for (int i = 0; i < workflow.statuses().size(); i++) {
            if (!reached.contains(workflow.statuses().get(i).key())) {
                findings.add(TICKETS, pointer + "/statuses/" + i, "config.unreachable", workflow.statuses().get(i).key());
            }
        }
        for (StatusCategory needed : List.of(StatusCategory.OPEN, StatusCategory.SOLVED)) {
            if (workflow.statuses().stream().noneMatch(s -> s.category() == needed)) {
                findings.add(TICKETS, pointer, "config.missing-status-category", needed.key());
            }
        }
    }

    private static void reach(String key, Map<String, Status> byKey, Set<String> reached) {
        if (byKey.containsKey(key) && reached.add(key)) {
            byKey.get(key).next().forEach(n -> reach(n, byKey, reached));
        }
    }

    private void customerGroups() {
        List<CustomerGroup> groups = config.tickets().customerGroups();
        unique(TICKETS, "/customerGroups", groups, CustomerGroup::key);
        for (int i = 0; i < groups.size(); i++) {
            findings.languages(TICKETS, "/customerGroups/" + i + "/name", groups.get(i).name(), config.tenant().locales());
        }
    }

    private void categories() {
        List<Category> categories = config.tickets().categories();
        Set<String> keys = unique(TICKETS, "/categories", categories, Category::key);
        Map<String, String> parents = new HashMap<>();
        categories.forEach(c -> parents.put(c.key(), c.parent()));
        for (int i = 0; i < categories.size(); i++) {
            reference(TICKETS, "/categories/" + i + "/parent", categories.get(i).parent(), keys);
            Set<String> seen = new HashSet<>();
            for (String key = categories.get(i).key(); key != null; key = parents.get(key)) {
                if (!seen.add(key)) {
                    findings.add(TICKETS, "/categories/" + i + "/parent", "config.category-cycle", categories.get(i).key());
                    break;
                }
            }
        }
    }

    private void ticketType(String pointer, TicketType type, Set<String> workflows, Set<String> teams, Set<String> departments) {
        reference(TICKETS, pointer + "/workflow", type.workflow(), workflows);
        reference(TICKETS, pointer + "/team", type.team(), teams);
        reference(TICKETS, pointer + "/department", type.department(), departments);
        unique(TICKETS, pointer + "/fields", type.fields(), Field::key);
        for (int i = 0; i < type.fields().size(); i++) {
            Field field = type.fields().get(i);
            String place = pointer + "/fields/" + i;
            if ((field.kind() == FieldKind.CHOICE) == field.choices().isEmpty()) {
                findings.add(TICKETS, place, field.choices().isEmpty() ? "config.choices-missing" : "config.choices-unused", field.key());
            }
            unique(TICKETS, place + "/choices", field.choices(), c -> c.key());
            if (field.required() && field.internal()) {
                findings.add(TICKETS, place, "config.internal-required", field.key());
            }
            if (field.pattern() != null) {
                try {
                    Pattern.compile(field.pattern());
                } catch (PatternSyntaxException broken) {
                    findings.add(TICKETS, place + "/pattern", "config.bad-pattern", broken.getDescription());
                }
            }
        }
    }

    private void inbound() {
        List<TicketSection.Inbound> inbound = config.tickets().inbound();
        unique(TICKETS, "/inbound", inbound, TicketSection.Inbound::channel);
        Set<String> categories = config.tickets().categories().stream().map(c -> c.key()).collect(Collectors.toSet());
        for (int i = 0; i < inbound.size(); i++) {
            String place = "/inbound/" + i;
            reference(TICKETS, place + "/type", inbound.get(i).type(), config.tickets().ticketTypes().stream().map(TicketType::key).collect(Collectors.toSet()));
            reference(TICKETS, place + "/category", inbound.get(i).category(), categories);
            if (config.ticketType(inbound.get(i).type()).filter(t -> !t.asksForNothing()).isPresent()) {
                findings.add(TICKETS, place + "/type", "config.inbound-asks", inbound.get(i).type());
            }
        }
    }

    private void providers(Set<String> roles) {
        unique(IDENTITY, "/providers", config.providers(), Provider::key);
        Set<String> issuers = new HashSet<>();
        for (int i = 0; i < config.providers().size(); i++) {
            Provider provider = config.providers().get(i);
            String place = "/providers/" + i;
            if (!issuers.add(provider.people() + " " + provider.issuer())) {
                findings.add(IDENTITY, place + "/issuer", "config.issuer-twice", provider.issuer());
            }
            if (provider.trustVerifiedEmail() && provider.isForStaff()) {
                findings.add(IDENTITY, place + "/trustVerifiedEmail", "config.trusted-staff");
            }
            boolean givesRoles = !provider.groupRoles().isEmpty() || !provider.defaultRoles().isEmpty();
            if (givesRoles != (provider.isForStaff() && provider.link() == Link.CREATE)) {
                findings.add(IDENTITY, place, givesRoles ? "config.roles-unused" : "config.roles-missing", provider.key());
            }
            references(place + "/defaultRoles", provider.defaultRoles(), roles);
            for (int g = 0; g < provider.groupRoles().size(); g++) {
                references(place + "/groupRoles/" + g + "/roles", provider.groupRoles().get(g).roles(), roles);
            }
        }
    }

    private void references(String pointer, List<String> keys, Set<String> known) {
        for (int i = 0; i < keys.size(); i++) {
            reference(IDENTITY, pointer + "/" + i, keys.get(i), known);
        }
    }

    private void macros() {
        unique(TICKETS, "/macros", config.tickets().macros(), m -> m.key());
        Set<String> statuses = new HashSet<>();
        config.tickets().workflows().forEach(w -> w.statuses().forEach(s -> statuses.add(s.key())));
        for (int i = 0; i < config.tickets().macros().size(); i++) {
            reference(TICKETS, "/macros/" + i + "/status", config.tickets().macros().get(i).status(), statuses);
        }
    }

    private <T> Set<String> unique(String section, String pointer, List<T> things, Function<T, String> key) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < things.size(); i++) {
            if (!keys.add(key.apply(things.get(i)))) {
                findings.add(section, pointer + "/" + i + "/key", "config.key-twice", key.apply(things.get(i)));
            }
        }
        return keys;
    }

    private void reference(String section, String pointer, String key, Set<String> known) {
        if (key != null && !known.contains(key)) {
            findings.add(section, pointer, "config.unknown-reference", key);
        }
    }
}
