package dev.pledgedesk.breach.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.breach.Breaches.Letter;
import dev.pledgedesk.breach.DutyKind;
import dev.pledgedesk.breach.NoticeState;
import dev.pledgedesk.breach.entity.AffectedPersons;
import dev.pledgedesk.breach.entity.BreachRecord;
import dev.pledgedesk.breach.entity.BreachRecords;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Blanks;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.BreachRules;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Letters about a leak: drafted from the tenant's template or the platform's, changed by the officer, and queued to everybody concerned. */
@ApplicationScoped
@Transactional
public class LetterTransactions {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    BreachRecords breaches;

    @Inject
    AffectedPersons persons;

    @Inject
    BreachTexts texts;

    @Inject
    Tenants tenants;

    @Inject
    DueWork dueWork;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public List<Letter> draft(UUID id, DutyKind kind) {
        BreachRecord breach = breaches.get(id);
        TenantConfig config = tenants.config();
        Map<String, String> facts = facts(breach);
        BreachRules.Letter own = kind == DutyKind.NOTICE ? config.breaches().notice() : config.breaches().report();
        return config.tenant().locales().stream().map(language -> {
            Locale locale = Locale.forLanguageTag(language);
            Messages messages = Messages.in(language);
            String subject = own == null ? messages.text("breach.letter." + kind.key() + ".subject") : own.subject().in(locale);
            String body = own == null ? messages.text("breach.letter." + kind.key() + ".body") : own.body().in(locale);
            Map<String, String> values = values(breach, config, messages, facts);
            return new Letter(language, Blanks.fill(subject, values), Blanks.fill(body, values));
        }).toList();
    }

    /** What is the same in every language. */
    private Map<String, String> facts(BreachRecord b) {
        return Map.of("happened", orDash(texts.open(b.id(), "happened", b.happened())), "measures", orDash(texts.open(b.id(), "containment", b.containment())),
                "assessment", orDash(texts.open(b.id(), "assessment", b.assessment())),
                "persons", Long.toString(persons.counts(b.id()).values().stream().mapToLong(Long::longValue).sum()));
    }

    private static Map<String, String> values(BreachRecord b, TenantConfig config, Messages in, Map<String, String> facts) {
        Map<String, String> values = new LinkedHashMap<>(facts);
        values.put("vendor", config.tenant().name().in(in.locale()));
        values.put("aware", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(in.locale()).format(b.awareAt().atZone(ZoneId.of(config.tenant().zone()))));
        values.put("severity", in.text("breach.severity." + b.severity().key()));
        return values;
    }

    private static String orDash(String text) {
        return text == null ? "–" : text;
    }

    public void send(UUID id, List<Letter> letters) {
        BreachRecord breach = breaches.locked(id);
        if (persons.counts(id).getOrDefault(NoticeState.QUEUED, 0L) > 0) {
            // Those who wait would get other words than were meant for them.
            throw Problem.of(Problem.Kind.CONFLICT, "breach.being-written");
        }
        List<String> languages = tenants.config().tenant().locales();
        Map<String, Letter> byLanguage = new LinkedHashMap<>();
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            if (!languages.contains(letter.language()) || byLanguage.containsKey(letter.language())) {
                throw Problem.invalid(new FieldError("/letters/" + i + "/language", "field.unknown-key", letter.language()));
            }
            byLanguage.put(letter.language(), new Letter(letter.language(), BreachTexts.TITLE.take(letter.subject(), "/letters/" + i + "/subject"),
                    BreachTexts.LETTER.take(letter.body(), "/letters/" + i + "/body")));
        }
        // Whose language there is no letter in gets the one in the tenant's first.
        if (!byLanguage.containsKey(languages.get(0))) {
            throw Problem.invalid(new FieldError("/letters", "breach.letter-missing", languages.get(0)));
        }
        Map<String, Letter> ordered = new LinkedHashMap<>();
        languages.stream().filter(byLanguage::containsKey).forEach(language -> ordered.put(language, byLanguage.get(language)));
        breach.write(texts.seal(id, "notice", json(ordered)));
        breaches.flush();
        int queued = persons.queue(id);
        if (queued == 0) {
            throw Problem.of(Problem.Kind.CONFLICT, "breach.nobody-to-write-to");
        }
        // Moves a row that is there, and so waits for a worker who is just ending and does not see these persons yet.
        dueWork.at(NoticeWorker.KIND, id, clock.now());
        journal.write(new Journal.Entry(caller.actor(), "data-breach.notified", "breach", id, Map.of("persons", queued)));
    }

    /** The letters that were sent last, by language, the one for who speaks none of these first. */
    Map<String, Letter> sent(BreachRecord breach) {
        try {
            return JSON.readValue(texts.open(breach.id(), "notice", breach.notice()), new TypeReference<LinkedHashMap<String, Letter>>() { });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String json(Map<String, Letter> letters) {
        try {
            return JSON.writeValueAsString(letters);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
