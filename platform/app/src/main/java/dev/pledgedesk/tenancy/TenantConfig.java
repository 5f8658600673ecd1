package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;

/**
 * Everything a tenant decides for itself, one section a file. Immutable; a new version is a new object.
 *
 * @param tenant       who the vendor is: {@code tenant.yaml}
 * @param organisation its departments, teams and roles: {@code organisation.yaml}
 * @param tickets      what its customers can file and how it flows: {@code tickets.yaml}
 * @param identity     where its people may sign in elsewhere: {@code identity.yaml}; null if there is no such file
 * @param privacy      how it protects what it knows of people: {@code privacy.yaml}; null if there is no such file
 * @param mails        its own words for mails: {@code mails.yaml}; null if there is no such file
 * @param portal       its own words for the pages of its customers: {@code portal.yaml}; null if there is no such file
 * @param calendars    when it works: {@code calendars.yaml}; null if there is no such file
 * @param promises     what it promises in time: {@code promises.yaml}; null if there is no such file
 * @param complaints   how complaints run: {@code complaints.yaml}; null if there is no such file, and then no complaint can be opened
 * @param plugins      which plugins extend its desk: {@code plugins.yaml}; null if there is no such file
 * @param training     what staff learn and which work asks for which pass: {@code training.yaml}; null if there is no such file
 * @param roster       who is on duty when: {@code roster.yaml}; null if there is no such file
 * @param appraisal    how work is inspected and people are appraised: {@code appraisal.yaml}; null if there is no such file
 * @param quality      by what standards service is evaluated: {@code quality.yaml}; null if there is no such file
 */
public record TenantConfig(@NotNull TenantSection tenant, @NotNull OrganisationSection organisation, @NotNull TicketSection tickets,
        IdentitySection identity, PrivacySection privacy, MailSection mails, PortalSection portal, CalendarSection calendars,
        PromiseSection promises, ComplaintSection complaints, PluginSection plugins, TrainingSection training, RosterSection roster, AppraisalSection appraisal,
        QualitySection quality) {

    /** Where people may sign in elsewhere, in the order of the file; empty if nowhere. */
    @JsonIgnore
    public List<IdentitySection.Provider> providers() {
        return identity == null ? List.of() : identity.providers();
    }

    /** What staff have to sign before they see anything; empty if nothing. */
    @JsonIgnore
    public Optional<PrivacySection.Agreement> agreement() {
        return Optional.ofNullable(privacy).map(PrivacySection::agreement);
    }

    /** How long requests of customers may take. */
    @JsonIgnore
    public PrivacySection.Requests requests() {
        return privacySaid().requests();
    }

    /** From when on opening contacts is told to the privacy officer. */
    @JsonIgnore
    public PrivacySection.MassReading massReading() {
        return privacySaid().massReading();
    }

    /** What tickets are analysed for, in the order of the file. */
    @JsonIgnore
    public List<PrivacySection.Analysis> analyses() {
        return privacySaid().analyses();
    }

    /** How customers are found by name. */
    @JsonIgnore
    public PrivacySection.NameSearch nameSearch() {
        return privacySaid().nameSearch();
    }

    /** The tenant's own words for mails. */
    @JsonIgnore
    public List<MailSection.Letter> letters() {
        return mails == null ? List.of() : mails.letters();
    }

    /** The tenant's own words for the pages of its customers. */
    @JsonIgnore
    public List<PortalSection.Text> portalTexts() {
        return portal == null ? List.of() : portal.texts();
    }

    /** The calendars that time is counted on, beside the one that is always there. */
    @JsonIgnore
    public List<CalendarSection.Calendar> workCalendars() {
        return calendars == null ? List.of() : calendars.calendars();
    }

    /** Tables of days off of the tenant's own. */
    @JsonIgnore
    public List<CalendarSection.HolidayTable> holidayTables() {
        return calendars == null ? List.of() : calendars.holidays();
    }

    /** What is promised in time. */
    @JsonIgnore
    public List<PromiseSection.Policy> policies() {
        return promises == null ? List.of() : promises.policies();
    }

    /** The policy for tickets of a type; empty if nothing is promised for them. */
    @JsonIgnore
    public Optional<PromiseSection.Policy> policyFor(String ticketType) {
        return policies().stream().filter(p -> p.types().contains(ticketType)).findFirst().or(() -> policies().stream().filter(p -> p.types().isEmpty()).findFirst());
    }

    /** The ways that complaints go, in the order of the file; empty if none can be opened. */
    @JsonIgnore
    public List<ComplaintSection.Regime> regimes() {
        return complaints == null ? List.of() : complaints.regimes();
    }

    /** How bad complaints can be, the mildest first. */
    @JsonIgnore
    public List<ComplaintSection.Named> severities() {
        return complaints == null ? List.of() : complaints.severities();
    }

    /** Why complaints come about. */
    @JsonIgnore
    public List<ComplaintSection.Named> causes() {
        return complaints == null ? List.of() : complaints.causes();
    }

    /** Which plugins are switched on, in the order in which they are asked. */
    @JsonIgnore
    public List<PluginSection.Use> pluginsUsed() {
        return plugins == null ? List.of() : plugins.plugins();
    }

    /** What staff learn and what work asks for; nothing without a file. */
    @JsonIgnore
    public TrainingSection trainingSaid() {
        return training == null ? TrainingSection.UNSAID : training;
    }

    /** By what service is evaluated; nothing without a file. */
    @JsonIgnore
    public QualitySection qualitySaid() {
        return quality == null ? QualitySection.UNSAID : quality;
    }

    /** How people are appraised; nothing without a file. */
    @JsonIgnore
    public AppraisalSection appraisalSaid() {
        return appraisal == null ? AppraisalSection.UNSAID : appraisal;
    }

    /** How long records are kept. */
    @JsonIgnore
    public PrivacySection.Retention retention() {
        return privacySaid().retention();
    }

    /** What is owed when personal data have leaked. */
    @JsonIgnore
    public BreachRules breaches() {
        return privacySaid().breaches();
    }

    /** What customers are asked to consent to, in the order of the file. */
    @JsonIgnore
    public List<PrivacySection.Consent> consents() {
        return privacySaid().consents();
    }

    private PrivacySection privacySaid() {
        return privacy == null ? PrivacySection.UNSAID : privacy;
    }

    /** A ticket type by key. */
    public Optional<TicketSection.TicketType> ticketType(String key) {
        return tickets.ticketTypes().stream().filter(t -> t.key().equals(key)).findFirst();
    }

    /** The workflow of a ticket type. */
    @JsonIgnore
    public TicketSection.Workflow workflowOf(String ticketType) {
        String key = ticketType(ticketType).map(TicketSection.TicketType::workflow).orElse(null);
        return tickets.workflows().stream().filter(w -> w.key().equals(key)).findFirst().orElseGet(() -> tickets.workflows().get(0));
    }

    /** A role by key. */
    public Optional<OrganisationSection.Role> role(String key) {
        return organisation.roles().stream().filter(r -> r.key().equals(key)).findFirst();
    }
}
