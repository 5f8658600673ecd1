package dev.pledgedesk.console;

import dev.pledgedesk.complaint.CaseView;
import dev.pledgedesk.complaint.ComplaintDesk;
import dev.pledgedesk.complaint.ComplaintSummary;
import dev.pledgedesk.complaint.ComplaintView;
import dev.pledgedesk.complaint.EntryView;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.promise.Promises;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.ComplaintSection.Stage;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts together the pages of complaints. */
@RequestScoped
public class ComplaintScreen {

    static final String HERE = "/console/complaints";
    private static final int ROWS = 50;

    /** A line of the list, in words; the next promise is null if none runs. */
    public record Line(ComplaintSummary complaint, String stage, String severity, String customer, Instant due) {
    }

    /**
     * The list.
     *
     * @param show {@code open}, {@code mine} or {@code all}
     */
    public record Lines(List<Line> rows, String show, Names names, Instant now, String start, String next) {
    }

    /** A stage of the way, and whether the complaint is there. */
    public record Step(String name, boolean here) {
    }

    /** What can be chosen on a complaint's page. */
    public record Choices(List<Names.Choice> severities, List<Names.Choice> causes, List<Names.Choice> owners, List<Names.Choice> departments, List<Names.Choice> moves) {
    }

    /**
     * One complaint.
     *
     * @param contacts of its customer, null before they were opened
     */
    public record View(ComplaintView complaint, List<Step> way, String regime, CustomerName customer, CustomerView contacts, Choices choices, List<ClockLine> clocks, List<EntryView> timeline,
            Actors.Known actors, Names names, TenantConfig config, Site site, FormState form) {

        public String path() {
            return HERE + "/" + complaint.id();
        }

        /** Number of the ticket that it is spoken of in. */
        public String ticketNumber() {
            return complaint.number().replaceFirst("-C\\d+$", "");
        }

        /** What an entry names or says, in words. */
        public String value(EntryView entry) {
            String value = entry.value() == null ? entry.name() : entry.value();
            return switch (entry.kind()) {
                case MOVED -> stage(value);
                case ASKED, OPINION, CASE_WITHDRAWN -> names.department(entry.name());
                case TOLD -> site.text("console.complaint.told." + entry.name()) + ", " + names.channel(entry.value());
                case SATISFIED, NOT_SATISFIED -> names.channel(value);
                case WRITTEN -> site.text("console.complaint.need." + entry.name());
                case SET -> site.text("console.complaint.need." + entry.name()) + ": " + chosen(entry);
                case CLOSED -> site.text("console.complaint.outcome." + value);
                case EXCEPTION_DECIDED -> site.text("console.complaint.decided." + value);
                case FILED -> names.channel(value);
                default -> value == null ? "" : value;
            };
        }

        private String chosen(EntryView entry) {
            return switch (entry.name()) {
                case "severity" -> called(config.severities(), entry.value(), site);
                case "cause" -> called(config.causes(), entry.value(), site);
                case "at-fault" -> site.text("console.complaint.fault." + entry.value());
                case "complex" -> site.text("console.complaint.complex." + entry.value());
                case "owner" -> actors.name("staff/" + entry.value());
                case "occurred-at" -> site.dateTime(Instant.parse(entry.value()));
                default -> entry.value();
            };
        }

        private String stage(String key) {
            return config.complaints().regime(complaint.regime()).flatMap(r -> r.stage(key)).map(s -> site.text(s.name())).orElse(key);
        }
    }

    @Inject
    ComplaintDesk complaints;

    @Inject
    Promises promises;

    @Inject
    ClockLines clocks;

    @Inject
    Customers customers;

    @Inject
    Staff staff;

    @Inject
    Actors actors;

    @Inject
    Tenants tenants;

    @Inject
    Names names;

    @Inject
    Caller caller;

    @Inject
    Site site;

    HtmlPage list(String show, String after) {
        String which = Forms.isOneOf(show, "mine", "all") ? show : "open";
        Page<ComplaintSummary> page = complaints.page(!which.equals("all"), which.equals("mine") ? caller.id() : null, null, new PageRequest(ROWS, after));
        Map<UUID, CustomerName> who = customers.names(page.items().stream().map(ComplaintSummary::customerId).toList());
        Map<UUID, Instant> due = promises.nextDue(page.items().stream().map(ComplaintSummary::id).toList());
        String here = HERE + "?show=" + which;
        List<Line> rows = page.items().stream().map(c -> {
            TenantConfig config = tenants.config(c.configVersion());
            return new Line(c, stage(config, c.regime(), c.stage()), called(config.severities(), c.severity(), site), who.get(c.customerId()).text(), due.get(c.id()));
        }).toList();
        return HtmlPage.of("console/complaints.jte", new Lines(rows, which, names, names.now(), after == null ? null : here, page.next() == null ? null : here + "&after=" + page.next()));
    }

    HtmlPage show(UUID id, CustomerView contacts, FormState form) {
        ComplaintView c = complaints.get(id);
        TenantConfig config = tenants.config(c.configVersion());
        Regime regime = config.complaints().regime(c.regime()).orElseThrow();
        List<EntryView> timeline = new ArrayList<>(complaints.timeline(id));
        Actors.Known known = actors.of(Stream.of(timeline.stream().map(EntryView::actor), timeline.stream().filter(e -> "owner".equals(e.name())).map(e -> "staff/" + e.value()),
                c.cases().stream().map(CaseView::by), Stream.of(c.filedBy(), c.exceptionBy() == null ? "" : c.exceptionBy(), "staff/" + c.ownerId())).flatMap(s -> s));
        var choices = new Choices(choices(config.severities()), choices(config.causes()), staff.holding(Permission.COMPLAINT_HANDLE).stream().map(m -> new Names.Choice(m.id().toString(), m.name())).toList(), names.departments(),
                c.moves().stream().map(key -> new Names.Choice(key, stage(config, c.regime(), key))).toList());
        return HtmlPage.of("console/complaint.jte", new View(c, way(regime, c), site.text(regime.name()), customers.names(List.of(c.customerId())).get(c.customerId()), contacts, choices,
                clocks.of(complaints.clocks(id)), timeline, known, names, config, site, form));
    }

    private List<Step> way(Regime regime, ComplaintView c) {
        return regime.stages().stream().map((Stage s) -> new Step(site.text(s.name()), s.key().equals(c.stage()))).toList();
    }

    private String stage(TenantConfig config, String regime, String key) {
        return config.complaints().regime(regime).flatMap(r -> r.stage(key)).map(s -> site.text(s.name())).orElse(key);
    }

    List<Names.Choice> choices(List<Named> all) {
        return all.stream().map(n -> new Names.Choice(n.key(), site.text(n.name()))).toList();
    }

    private static String called(List<Named> all, String key, Site site) {
        return Named.name(all, key).map((LocalizedText t) -> site.text(t)).orElse(key == null ? "" : key);
    }

    /** Texts of the form in their order. */
    static List<String> texts() {
        return Need.texts().stream().map(Need::key).toList();
    }
}
