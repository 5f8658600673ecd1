package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Sha256;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the tenant protects what it knows of people: {@code privacy.yaml}, which may be absent. */
public record PrivacySection(
        @JsonPropertyDescription("What every member of staff signs before seeing anything of a customer; absent where nothing is to be signed.") Agreement agreement,
        @JsonPropertyDescription("How long what customers ask for as persons with rights may take.") Requests requests,
        @JsonPropertyDescription("From when on the privacy officer is told that somebody opens the contacts of many customers.") MassReading massReading,
        @JsonPropertyDescription("How long records are kept. What is not named is kept for ever.") Retention retention,
        @JsonPropertyDescription("What customers are asked to consent to beyond what they come for.") List<Consent> consents,
        @JsonPropertyDescription("What is owed when personal data have leaked.") BreachRules breaches,
        @JsonPropertyDescription("How staff find customers by name: exact = the whole name, which is the default; prefix = its beginning or that of one of its words, which tells whoever gets hold of the database and its keys a little more.") NameSearch nameSearch,
        @JsonPropertyDescription("What tickets are analysed for; extracts are given for these only.") List<Analysis> analyses) {

    /** Nothing of it is said: nothing to sign, and the terms that hold where a vendor has none of its own. */
    public static final PrivacySection UNSAID = new PrivacySection(null, null, null, null, null, null, null, null);

    public PrivacySection {
        requests = requests == null ? new Requests(null, null, null, null) : requests;
        massReading = massReading == null ? new MassReading(null, null) : massReading;
        retention = retention == null ? new Retention(null, null, null, null, null) : retention;
        consents = consents == null ? List.of() : consents;
        analyses = analyses == null ? List.of() : analyses;
        nameSearch = nameSearch == null ? NameSearch.EXACT : nameSearch;
        breaches = breaches == null ? new BreachRules(null, null, null) : breaches;
    }

    /** Something that tickets are analysed for, on pseudonyms of its own. */
    public record Analysis(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) @JsonPropertyDescription("Key of the analysis. With another key pseudonyms are others.") String key,
            @NotNull LocalizedText title,
            @JsonPropertyDescription("Keys of the ticket types that are analysed; all where absent.") List<String> types,
            @JsonPropertyDescription("Keys of fields whose values are needed; none that is personal or sensitive.") List<String> fields) {

        public Analysis {
            types = types == null ? List.of() : types;
            fields = fields == null ? List.of() : fields;
        }
    }

    /** How customers are found by name. */
    public enum NameSearch {
        @JsonProperty("exact") EXACT, @JsonProperty("prefix") PREFIX
    }

    /** A notice that customers consent to, each by itself. */
    public record Consent(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) @JsonPropertyDescription("Key of the notice.") String key,
            @NotNull @Pattern(regexp = "^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$") @JsonPropertyDescription("Version of the text, such as 2026-1. With a new one everybody is asked again.") String version,
            @NotNull @JsonPropertyDescription("What it covers: optional = anything else; sensitive = fields that are marked sensitive, which are then taken with this consent only; sharing = passing data on; abroad = sending data to another country.") Covers covers,
            @NotNull LocalizedText title,
            @NotNull @JsonPropertyDescription("What is consented to, by language; blank lines part paragraphs.") LocalizedText text,
            @Min(1) @Max(21) @JsonPropertyDescription("Age in years below which a guardian has to consent, who is then named; not asked where absent.") Integer guardianUnder) implements ReadText {
    }

    /** A text of which it has to be known later what somebody has read. */
    public interface ReadText {

        /** What it is called, by language. */
        LocalizedText title();

        /** What it says, by language. */
        LocalizedText text();

        /** Says which text somebody has read: SHA-256 of title, a blank line, and text in that language, in UTF-8 and hexadecimal digits. */
        default String digest(Locale locale) {
            return Sha256.hex(title().in(locale) + "\n\n" + text().in(locale));
        }

        /** The language in which somebody has read the text of that digest; empty if it is of another text. Of the languages it is there in: in another one a reader has seen one of these. */
        default Optional<Locale> languageOf(String digest) {
            return text().byTag().keySet().stream().map(Locale::forLanguageTag).filter(l -> digest(l).equals(digest)).findFirst();
        }
    }

    /** What a notice covers. */
    public enum Covers {
        @JsonProperty("optional") OPTIONAL, @JsonProperty("sensitive") SENSITIVE, @JsonProperty("sharing") SHARING, @JsonProperty("abroad") ABROAD;

        /** As written in configurations and the contract. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What is stored under a key. */
        public static Covers of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** How long records are kept, in days of 24 hours. */
    public record Retention(
            @Min(0) @Max(365) @JsonPropertyDescription("Days between marking a record and removing it, in which something can speak for it; 30 unless said otherwise.") Integer graceDays,
            @Min(30) @Max(36500) @JsonPropertyDescription("Days after the last change of a customer's last ticket until the customer is forgotten; customers with a ticket that is not done, a legal hold or a request that waits are kept.") Integer customers,
            @Min(30) @Max(36500) @JsonPropertyDescription("Days after the last change of a ticket that is done until its content is removed; keys and times stay for the numbers. A legal hold, a request that waits or a restriction of the requester's keeps it.") Integer tickets,
            @Min(1) @Max(36500) @JsonPropertyDescription("Days after it was written until a mail that waits no more is removed.") Integer mails,
            @Min(1) @Max(36500) @JsonPropertyDescription("Days after its end until a session is removed.") Integer sessions) {

        private static final int GRACE_DAYS = 30;

        public Retention {
            graceDays = graceDays == null ? GRACE_DAYS : graceDays;
        }
    }

    /** Terms of requests, in days of 24 hours. */
    public record Requests(
            @Min(1) @Max(90) @JsonPropertyDescription("Days until a decision is due; 15 unless said otherwise.") Integer answerDays,
            @Min(1) @Max(365) @JsonPropertyDescription("Days in which a refusal may be appealed; 30 unless said otherwise.") Integer appealDays,
            @JsonPropertyDescription("Shares of the time at which privacy officers are warned, in per cent; 80 unless said otherwise.") List<@Min(1) @Max(99) Integer> warnAt,
            @JsonPropertyDescription("Who is told when a decision was not made in time, one after the other; the privacy officers are in any case.") List<PromiseSection.Step> escalation) {

        private static final int ANSWER_DAYS = 15;
        private static final int APPEAL_DAYS = 30;
        private static final int WARN_AT = 80;

        public Requests {
            answerDays = answerDays == null ? ANSWER_DAYS : answerDays;
            appealDays = appealDays == null ? APPEAL_DAYS : appealDays;
            warnAt = warnAt == null ? List.of(WARN_AT) : warnAt;
            escalation = escalation == null ? List.of() : escalation;
        }
    }

    /** What counts as opening many. */
    public record MassReading(
            @Min(1) @Max(10000) @JsonPropertyDescription("More customers than these within the time; 30 unless said otherwise.") Integer customers,
            @Min(1) @Max(1440) @JsonPropertyDescription("The time, in minutes; 60 unless said otherwise.") Integer minutes) {

        private static final int CUSTOMERS = 30;
        private static final int MINUTES = 60;

        public MassReading {
            customers = customers == null ? CUSTOMERS : customers;
            minutes = minutes == null ? MINUTES : minutes;
        }
    }

    /** A confidentiality agreement. */
    public record Agreement(
            @NotNull @Pattern(regexp = "^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$") @JsonPropertyDescription("Version of the text, such as 2026-1. With a new one everybody signs again.") String version,
            @NotNull LocalizedText title,
            @NotNull @JsonPropertyDescription("What is agreed, by language; blank lines part paragraphs.") LocalizedText text) implements ReadText {
    }
}
