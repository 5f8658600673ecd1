package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.roster.AbsenceKind;
import dev.pledgedesk.roster.AbsenceView;
import dev.pledgedesk.roster.Absentees;
import dev.pledgedesk.roster.AttendanceFigures;
import dev.pledgedesk.roster.GapView;
import dev.pledgedesk.roster.RosterView;
import dev.pledgedesk.roster.Rosters;
import dev.pledgedesk.roster.ShiftDraft;
import dev.pledgedesk.roster.ShiftView;
import dev.pledgedesk.roster.SwapView;
import dev.pledgedesk.roster.Swaps;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.RosterSection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** The roster: one's own shifts and signing in, the week, leave, swaps, and how shifts were kept. */
@RequestScoped
@Path("/console/roster")
public class RosterPages implements PageResource {

    private static final String HERE = "/console/roster";
    private static final String LEAVE = HERE + "/leave";
    private static final String SWAPS = HERE + "/swaps";
    private static final int ROWS = 50;
    private static final int AHEAD = 28;

    /** A post in a shift; {@code key} is both. */
    public record Line(String key, String shiftKey, String postKey, String shift, String post) {
    }

    /**
     * A week.
     *
     * @param mine  the caller's shifts of yesterday to a week ahead that are not over
     * @param lines what there is to be filled
     */
    public record Week(LocalDate monday, LocalDate today, RosterView roster, List<ShiftView> mine, List<Line> lines, List<Named> checks, List<Names.Choice> places, List<Names.Choice> colleagues, String chosenDay,
            String chosenPlace, Actors.Known actors, Instant now, ZoneId zone, Locale locale, FormState form) {

        public List<LocalDate> dates() {
            return monday.datesUntil(monday.plusDays(7)).toList();
        }

        /** Who is on duty there. */
        public List<ShiftView> at(Line line, LocalDate day) {
            return roster.shifts().stream().filter(s -> s.day().equals(day) && s.post().equals(line.postKey()) && s.shift().equals(line.shiftKey())).toList();
        }

        /** What is missing there; null for nothing. */
        public GapView gap(Line line, LocalDate day) {
            return roster.gaps().stream().filter(g -> g.day().equals(day) && g.post().equals(line.postKey()) && g.shift().equals(line.shiftKey())).findFirst().orElse(null);
        }

        /** Whether one can sign in to it now. */
        public boolean begins(ShiftView s) {
            return !now.isBefore(s.startsAt().minus(Duration.ofHours(1))) && now.isBefore(s.endsAt());
        }

        public boolean future(ShiftView s) {
            return s.startsAt().isAfter(now);
        }

        public String day(LocalDate day) {
            return RosterPages.day(day, locale);
        }

        public String time(Instant at) {
            return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
        }
    }

    /** Leave; {@code toDecide} is null for who decides nothing. */
    public record Leave(List<AbsenceView> own, List<AbsenceView> toDecide, Actors.Known actors, FormState form) {
    }

    /** Swaps; {@code chosen} is the shift that is to be given away. */
    public record Swapping(List<SwapView> swaps, List<ShiftView> mine, List<ShiftView> others, List<Names.Choice> colleagues, String chosen, Actors.Known actors, Site site, FormState form) {

        /** A shift in a line. */
        public String label(ShiftView s) {
            return s == null ? "–" : RosterPages.day(s.day(), site.locale()) + " " + site.text(s.shiftName()) + " · " + site.text(s.postName());
        }
    }

    /** How shifts were kept. */
    public record Figures(AttendanceFigures figures, Actors.Known actors) {

        /** Of what was needed; a dash if nothing was. */
        public String percent(int part) {
            return figures.needed() == 0 ? "–" : Math.round(part * 1000.0 / figures.needed()) / 10.0 + " %";
        }
    }

    @Inject
    Rosters rosters;

    @Inject
    Absentees absentees;

    @Inject
    Swaps swaps;

    @Inject
    Colleagues colleagues;

    @Inject
    Actors actors;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("zh") ? "M月d日 EEE" : "EEE d MMM", locale).format(day);
    }

    /** A week, this one if none is named. */
    @GET
    @Self
    public HtmlPage week(@QueryParam("week") String week, @QueryParam("day") String day, @QueryParam("place") String place) {
        return week(week, day, place, FormState.NONE);
    }

    private HtmlPage week(String week, String day, String place, FormState form) {
        RosterSection section = section();
        LocalDate today = today();
        LocalDate monday = (week == null || week.isBlank() ? today : date("week", week)).with(DayOfWeek.MONDAY);
        RosterView roster = rosters.view(monday, monday.plusDays(6));
        List<ShiftView> mine = rosters.own(today.minusDays(1), today.plusDays(7)).stream().filter(s -> s.endsAt().isAfter(names.now())).toList();
        List<Line> lines = section.cover().stream().map(c -> new Line(c.shift() + "/" + c.post(), c.shift(), c.post(), site.text(section.shift(c.shift()).orElseThrow().name()), site.text(section.post(c.post()).orElseThrow().name())))
                .distinct().toList();
        return HtmlPage.of("console/roster.jte", new Week(monday, today, roster, mine, lines, section.checks(), lines.stream().map(l -> new Names.Choice(l.key(), l.shift() + " · " + l.post())).toList(),
                site.may("roster.manage") ? colleagues.choices() : List.of(), day == null ? today.toString() : day, place == null ? "" : place,
                actors.of(roster.shifts().stream().map(s -> "staff/" + s.staffId())), names.now(), site.zone(), site.locale(), form));
    }

    private RosterSection section() {
        RosterSection section = site.config().roster();
        if (section == null) {
            throw Problem.notFound();
        }
        return section;
    }

    private LocalDate today() {
        return names.now().atZone(site.zone()).toLocalDate();
    }

    private static LocalDate date(String name, String text) {
        return Forms.day(name, text, 0, ZoneOffset.UTC).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Puts somebody on duty. */
    @POST
    @Path("/shifts")
    @Allowed(Permission.ROSTER_MANAGE)
    public Response assign(@QueryParam("week") String week, MultivaluedMap<String, String> form) {
        return Forms.done(() -> {
            String[] place = Forms.text(form, "place").split("/", 2);
            rosters.assign(new ShiftDraft(date("day", Forms.text(form, "day")), place[0], place.length > 1 ? place[1] : "", Ids.parse(Forms.orNull(form, "staffId")).orElse(null)));
        }, HERE + "?week=" + week, refused -> week(week, null, null, FormState.refused("assign", form, refused, language.messages())));
    }

    /** Takes somebody off. */
    @POST
    @Path("/shifts/{id}/removal")
    @Allowed(Permission.ROSTER_MANAGE)
    public Response remove(@PathParam("id") UUID id, @QueryParam("week") String week) {
        return Forms.done(() -> rosters.remove(id), HERE + "?week=" + week, refused -> week(week, null, null, FormState.refused("assign", null, refused, language.messages())));
    }

    /** Is at his place. */
    @POST
    @Path("/shifts/{id}/sign-in")
    @Self
    public Response signIn(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> rosters.signIn(id, form.getOrDefault("faults", List.of())), HERE, refused -> week(null, null, null, FormState.refused("sign", form, refused, language.messages())));
    }

    /** Goes. */
    @POST
    @Path("/shifts/{id}/sign-out")
    @Self
    public Response signOut(@PathParam("id") UUID id) {
        return Forms.done(() -> rosters.signOut(id), HERE, refused -> week(null, null, null, FormState.refused("sign", null, refused, language.messages())));
    }

    /** Leave. */
    @GET
    @Path("/leave")
    @Self
    public HtmlPage leave() {
        return leave(FormState.NONE);
    }

    private HtmlPage leave(FormState form) {
        List<AbsenceView> open = site.may("roster.manage") ? absentees.page(true, PageRequest.first(ROWS)).items() : null;
        return HtmlPage.of("console/leave.jte", new Leave(absentees.own(PageRequest.first(ROWS)).items(), open, actors.of(open == null ? Stream.empty() : open.stream().map(a -> "staff/" + a.staffId())), form));
    }

    /** Asks for it. */
    @POST
    @Path("/leave")
    @Self
    public Response ask(MultivaluedMap<String, String> form) {
        return leaving("ask", form, () -> absentees.ask(date("from", Forms.text(form, "from")), date("to", Forms.text(form, "to")),
                AbsenceKind.of(Forms.isOneOf(Forms.text(form, "kind"), "annual", "sick", "other") ? Forms.text(form, "kind") : "other"), Forms.orNull(form, "reason")));
    }

    /** Grants or refuses it. */
    @POST
    @Path("/leave/{id}/decision")
    @Allowed(Permission.ROSTER_MANAGE)
    public Response decideLeave(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return leaving("decide", form, () -> absentees.decide(id, Forms.yes(form, "granted")));
    }

    /** Takes a wish back. */
    @POST
    @Path("/leave/{id}/withdrawal")
    @Self
    public Response withdrawLeave(@PathParam("id") UUID id) {
        return leaving("withdraw", null, () -> absentees.withdraw(id));
    }

    private Response leaving(String name, MultivaluedMap<String, String> form, Runnable deed) {
        return Forms.done(deed, LEAVE, refused -> leave(FormState.refused(name, form, refused, language.messages())));
    }

    /** Swaps. */
    @GET
    @Path("/swaps")
    @Self
    public HtmlPage swapping(@QueryParam("shift") String shift) {
        return swapping(shift, FormState.NONE);
    }

    private HtmlPage swapping(String shift, FormState form) {
        UUID me = site.callerId();
        List<SwapView> open = swaps.open();
        List<ShiftView> ahead = rosters.view(today(), today().plusDays(AHEAD)).shifts().stream().filter(s -> s.startsAt().isAfter(names.now())).toList();
        return HtmlPage.of("console/swaps.jte", new Swapping(open, ahead.stream().filter(s -> s.staffId().equals(me)).toList(), ahead.stream().filter(s -> !s.staffId().equals(me)).toList(),
                colleagues.choices().stream().filter(c -> !c.key().equals(me.toString())).toList(), shift == null ? "" : shift,
                actors.of(Stream.concat(open.stream().flatMap(s -> Stream.of("staff/" + s.staffId(), "staff/" + s.takerId())), ahead.stream().map(s -> "staff/" + s.staffId()))), site, form));
    }

    /** Asks a colleague. */
    @POST
    @Path("/swaps")
    @Self
    public Response askSwap(MultivaluedMap<String, String> form) {
        return swapping("ask", form, () -> swaps.ask(Ids.parse(Forms.orNull(form, "shiftId")).orElse(null), Ids.parse(Forms.orNull(form, "takerId")).orElse(null), Ids.parse(Forms.orNull(form, "inReturnId")).orElse(null)));
    }

    /** Agrees or does not. */
    @POST
    @Path("/swaps/{id}/answer")
    @Self
    public Response answerSwap(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return swapping("swap", form, () -> swaps.answer(id, Forms.yes(form, "agrees")));
    }

    /** Grants or refuses it. */
    @POST
    @Path("/swaps/{id}/decision")
    @Allowed(Permission.ROSTER_MANAGE)
    public Response decideSwap(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return swapping("swap", form, () -> swaps.decide(id, Forms.yes(form, "granted")));
    }

    /** Takes a wish back. */
    @POST
    @Path("/swaps/{id}/withdrawal")
    @Self
    public Response withdrawSwap(@PathParam("id") UUID id) {
        return swapping("swap", null, () -> swaps.withdraw(id));
    }

    private Response swapping(String name, MultivaluedMap<String, String> form, Runnable deed) {
        return Forms.done(deed, SWAPS, refused -> swapping(null, FormState.refused(name, form, refused, language.messages())));
    }

    /** How shifts were kept, this month if nothing is said. */
    @GET
    @Path("/figures")
    @Allowed(Permission.ROSTER_READ)
    public HtmlPage figures(@QueryParam("from") String from, @QueryParam("to") String to) {
        LocalDate first = from == null || from.isBlank() ? today().withDayOfMonth(1) : date("from", from);
        AttendanceFigures figures = rosters.figures(first, to == null || to.isBlank() ? today() : date("to", to));
        return HtmlPage.of("console/roster-figures.jte", new Figures(figures, actors.of(figures.people().stream().map(p -> "staff/" + p.staffId()))));
    }
}
