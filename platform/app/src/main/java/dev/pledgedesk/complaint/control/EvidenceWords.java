package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.complaint.EvidenceSheet.Line;
import dev.pledgedesk.complaint.EvidenceSheet.Part;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.promise.ClockWords;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.OrganisationSection.Department;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts a complaint into words for an evidence pack, in the language of who takes it; times in the tenant's zone. */
@ApplicationScoped
public class EvidenceWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final String STAFF = "staff/";

    @Inject
    Tenants tenants;

    @Inject
    Staff staff;

    @Inject
    ClockWords clockWords;

    @Inject
    RequestLanguage language;

    /** A moment. */
    String time(Instant at) {
        return at == null ? "–" : TIME.format(at.atZone(ZoneId.of(tenants.config().tenant().zone())));
    }

    /** Who; members of staff by name inside the house only. */
    String actor(String actor, boolean internal) {
        String kind = language.messages().text("console.actor." + actor.replaceFirst("/.*", ""));
        if (!internal || !actor.startsWith(STAFF)) {
            return kind;
        }
        UUID id = Ids.parse(actor.substring(STAFF.length())).orElseThrow();
        return kind + " " + staff.names(List.of(id)).getOrDefault(id, "");
    }

    /** What stands in the form, and how it ended; for others what the customer has said or was told. */
    Part form(ComplaintView c, boolean internal) {
        Messages in = language.messages();
        TenantConfig config = tenants.config(c.configVersion());
        List<Line> lines = new ArrayList<>();
        Need.texts().stream().filter(need -> internal || ComplaintTransactions.OWN_TEXTS.contains(need)).forEach(need -> Optional.ofNullable(c.texts().get(need)).ifPresent(text -> lines.add(line(in.text("console.complaint.need." + need.key()), text))));
        if (internal) {
            add(lines, Need.SEVERITY, called(config.severities(), c.severity()));
            add(lines, Need.AT_FAULT, c.fault() == null ? null : in.text("console.complaint.fault." + c.fault().key()));
            add(lines, Need.CAUSE, called(config.causes(), c.cause()));
        }
        add(lines, Need.OCCURRED_AT, c.occurredAt() == null ? null : time(c.occurredAt()));
        lines.add(line(in.text("console.complaint.received"), time(c.receivedAt()) + ", " + in.text("console.channel." + c.channel())));
        lines.add(line(in.text("console.complaint.stage"), stage(config, c.regime(), c.stage()) + (c.outcome() == null ? "" : ": " + in.text("console.complaint.outcome." + c.outcome().key()) + ", " + time(c.endedAt()))));
        return new Part(in.text("console.complaint.form"), lines);
    }

    /** What happened, the first thing first. */
    Part timeline(ComplaintView c, List<EntryView> entries, boolean internal) {
        Messages in = language.messages();
        TenantConfig config = tenants.config(c.configVersion());
        return new Part(in.text("console.complaint.timeline"), entries.stream().map(e -> line(time(e.at()) + " · " + actor(e.actor(), internal),
                Stream.of(in.text("console.complaint.entry." + e.kind().key()), about(config, c, e, in), e.words()).filter(text -> text != null && !text.isEmpty())
                        .reduce((a, b) -> a + "\n" + b).orElse(""))).toList());
    }

    private String about(TenantConfig config, ComplaintView c, EntryView e, Messages in) {
        return switch (e.kind()) {
            case MOVED -> stage(config, c.regime(), e.value());
            case ASKED, OPINION, CASE_WITHDRAWN -> config.organisation().department(e.name()).map(Department::name).map(this::said).orElse(e.name());
            case TOLD -> in.text("console.complaint.told." + e.name()) + ", " + in.text("console.channel." + e.value());
            case SATISFIED, NOT_SATISFIED -> in.text("console.channel." + e.value());
            case WRITTEN, SET -> in.text("console.complaint.need." + e.name());
            case CLOSED -> in.text("console.complaint.outcome." + e.value());
            case EXCEPTION_DECIDED -> in.text("console.complaint.decided." + e.value());
            default -> e.kind() == EntryKind.LINKED || e.kind() == EntryKind.REMINDED ? e.value() : "";
        };
    }

    /** Each promise with what explains it. */
    Part clocks(List<ClockView> clocks) {
        return new Part(language.messages().text("console.clocks"), clocks.stream().map(c -> line(said(c.name()), clockWords.explain(c, language.messages()))).toList());
    }

    /** The same for programs. */
    List<Map<String, Object>> clockRecords(List<ClockView> clocks) {
        Messages in = language.messages();
        return clocks.stream().map(c -> {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("name", said(c.name()));
            record.put("limit", c.limit() == null ? null : c.limit().iso());
            record.put("calendar", c.calendar());
            record.put("tables", c.tables());
            record.put("configVersion", c.configVersion());
            record.put("state", c.reading().state().key());
            record.put("ran", c.reading().ran());
            record.put("elapsed", c.reading().elapsed().toString());
            record.put("dueAt", c.reading().dueAt());
            record.put("brokenAt", c.reading().brokenAt());
            record.put("explanation", clockWords.explain(c, in));
            record.put("events", c.events().stream().map(e -> Map.of("kind", e.kind().key(), "at", e.at(), "cause", e.cause(), "text", clockWords.event(c, e, in))).toList());
            return record;
        }).toList();
    }

    private void add(List<Line> lines, Need need, String text) {
        if (text != null) {
            lines.add(line(language.messages().text("console.complaint.need." + need.key()), text));
        }
    }

    private String called(List<Named> all, String key) {
        return key == null ? null : Named.name(all, key).map(this::said).orElse(key);
    }

    private String stage(TenantConfig config, String regime, String key) {
        return config.complaints().regime(regime).flatMap(r -> r.stage(key)).map(s -> said(s.name())).orElse(key);
    }

    private String said(LocalizedText text) {
        return text.in(language.locale());
    }

    private static Line line(String head, String text) {
        return new Line(head, text, null);
    }
}
