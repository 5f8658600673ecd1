package dev.pledgedesk.console;

import dev.pledgedesk.appraisal.AppealState;
import dev.pledgedesk.appraisal.AppraisalState;
import dev.pledgedesk.appraisal.AppraisalView;
import dev.pledgedesk.appraisal.IndicatorScore;
import dev.pledgedesk.appraisal.InspectionView;
import dev.pledgedesk.appraisal.MeritView;
import dev.pledgedesk.appraisal.SampleView;
import dev.pledgedesk.appraisal.Supervision;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.AppraisalSection.Indicator;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Spot checks and appraisals: one's own, and those of others for who may see them. */
@RequestScoped
@Path("/console/supervision")
public class SupervisionPages implements PageResource {

    private static final String HERE = "/console/supervision";
    private static final String INSPECTIONS = HERE + "/inspections";
    private static final String APPRAISALS = HERE + "/appraisals";
    private static final int ROWS = 50;

    /** One's own page. */
    public record Own(List<AppraisalView> appraisals, List<InspectionView> inspections, List<MeritView> merits) {
    }

    /** Inspections, and draws. */
    public record Inspecting(List<InspectionView> rows, boolean done, List<SampleView> samples, List<Names.Choice> samplings, Actors.Known actors, String start, String next, FormState form) {
    }

    /** One of them. */
    public record One(InspectionView inspection, Actors.Known actors, boolean mayDo, FormState form) {
    }

    /** Appraisals. */
    public record Appraising(List<AppraisalView> rows, List<Names.Choice> schemes, Actors.Known actors, String start, String next, FormState form) {
    }

    /** One of them. */
    public record OneAppraisal(AppraisalView appraisal, Actors.Known actors, boolean mine, Instant now, FormState form) {

        public String path() {
            return APPRAISALS + "/" + appraisal.id();
        }

        /** What an indicator came to. */
        public IndicatorScore score(Indicator indicator) {
            return appraisal.scores().stream().filter(s -> s.key().equals(indicator.key())).findFirst().orElseThrow();
        }

        /** What stands in the field of an indicator: what was just typed, or else its score. */
        public String typed(Indicator indicator) {
            BigDecimal score = score(indicator).score();
            String stored = score == null ? "" : score.toString();
            return indicator.key().equals(form.value("set", "indicator", "")) ? form.value("set", "score", stored) : stored;
        }

        /** Whether nothing is waited for any more. */
        public boolean isClosable() {
            boolean talked = appraisal.state() == AppraisalState.TALKED || appraisal.state() == AppraisalState.ACKNOWLEDGED;
            return talked && appraisal.appeal() != AppealState.OPEN && (appraisal.appeal() != null || !now.isBefore(appraisal.appealUntil()));
        }

        /** Where the console shows what a score comes from; null for nowhere. */
        public static String link(IndicatorScore.Ref ref) {
            return switch (ref.kind()) {
                case "ticket" -> "/console/tickets/" + ref.id();
                case "inspection" -> INSPECTIONS + "/" + ref.id();
                case "assessment" -> "/console/training/assessments/" + ref.id();
                case "merit" -> MeritPages.HERE + "/" + ref.id();
                default -> "/console/roster?week=" + ref.note();
            };
        }
    }

    @Inject
    Supervision supervision;

    @Inject
    Caller caller;

    @Inject
    Actors actors;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** What was said of the caller. */
    @GET
    @Self
    public HtmlPage own() {
        PageRequest first = PageRequest.first(ROWS);
        return HtmlPage.of("console/supervision.jte", new Own(supervision.ownAppraisals(first).items(), supervision.ownInspections(first).items(), supervision.ownMerits(first).items()));
    }

    /** Inspections that are to be done; with {@code done} those that are. */
    @GET
    @Path("/inspections")
    @Allowed(Permission.INSPECTION_DO)
    public HtmlPage inspections(@QueryParam("done") String done, @QueryParam("after") String after) {
        return inspections(done != null, after, FormState.NONE);
    }

    private HtmlPage inspections(boolean done, String after, FormState form) {
        Page<InspectionView> page = supervision.inspections(!done, new PageRequest(ROWS, after));
        String here = INSPECTIONS + (done ? "?done=yes" : "");
        return HtmlPage.of("console/inspections.jte", new Inspecting(page.items(), done, supervision.samples(PageRequest.first(10)).items(),
                site.config().appraisalSaid().samplings().stream().map(s -> new Names.Choice(s.key(), site.text(s.name()))).toList(), actors.of(page.items().stream().map(i -> "staff/" + i.staffId())),
                after == null ? null : here, page.next() == null ? null : here + (done ? "&" : "?") + "after=" + page.next(), form));
    }

    /** Draws tickets. */
    @POST
    @Path("/inspections")
    @Allowed(Permission.INSPECTION_DO)
    public Response draw(MultivaluedMap<String, String> form) {
        return Forms.done(() -> supervision.draw(Forms.text(form, "sampling"), day(form, "from", 0), day(form, "until", 1)), INSPECTIONS,
                refused -> inspections(false, null, FormState.refused("draw", form, refused, language.messages())));
    }

    private Instant day(MultivaluedMap<String, String> form, String name, int later) {
        return Forms.day(name, Forms.text(form, name), later, site.zone());
    }

    /** One of them. */
    @GET
    @Path("/inspections/{id}")
    @Self
    public HtmlPage inspection(@PathParam("id") UUID id) {
        return inspection(id, FormState.NONE);
    }

    private HtmlPage inspection(UUID id, FormState form) {
        InspectionView i = supervision.inspection(id);
        boolean mayDo = i.at() == null && site.may("inspection.do") && !i.staffId().equals(site.callerId()) && (i.firstId() == null || !supervision.isMine(i.firstId()));
        return HtmlPage.of("console/inspection.jte", new One(i, actors.of(Stream.of("staff/" + i.staffId(), i.inspectorId() == null ? null : "staff/" + i.inspectorId())), mayDo, form));
    }

    /** What was seen. */
    @POST
    @Path("/inspections/{id}/result")
    @Allowed(Permission.INSPECTION_DO)
    public Response inspect(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> supervision.inspect(id, Forms.marks(form), Forms.orNull(form, "words")), INSPECTIONS + "/" + id, refused -> inspection(id, FormState.refused("inspect", form, refused, language.messages())));
    }

    /** Has another inspector look. */
    @POST
    @Path("/inspections/{id}/calibration")
    @Allowed(Permission.INSPECTION_DO)
    public Response calibrate(@PathParam("id") UUID id) {
        return Forms.done(() -> supervision.calibrate(id), INSPECTIONS, refused -> inspection(id, FormState.refused("calibrate", null, refused, language.messages())));
    }

    /** Appraisals, newest first. */
    @GET
    @Path("/appraisals")
    @Allowed(Permission.APPRAISAL_READ)
    public HtmlPage appraisals(@QueryParam("after") String after) {
        return appraisals(after, FormState.NONE);
    }

    private HtmlPage appraisals(String after, FormState form) {
        Page<AppraisalView> page = supervision.appraisals(null, null, new PageRequest(ROWS, after));
        return HtmlPage.of("console/appraisals.jte", new Appraising(page.items(), site.config().appraisalSaid().schemes().stream().map(s -> new Names.Choice(s.key(), site.text(s.name()))).toList(),
                actors.of(page.items().stream().map(a -> "staff/" + a.staffId())), after == null ? null : APPRAISALS, page.next() == null ? null : APPRAISALS + "?after=" + page.next(), form));
    }

    /** Begins them, or counts anew. */
    @POST
    @Path("/appraisals")
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Response begin(MultivaluedMap<String, String> form) {
        return Forms.done(() -> supervision.begin(Forms.text(form, "scheme"), day(form, "day", 0).atZone(site.zone()).toLocalDate()), APPRAISALS,
                refused -> appraisals(null, FormState.refused("begin", form, refused, language.messages())));
    }

    /** One of them. */
    @GET
    @Path("/appraisals/{id}")
    @Self
    public HtmlPage appraisal(@PathParam("id") UUID id) {
        return appraisal(id, FormState.NONE);
    }

    private HtmlPage appraisal(UUID id, FormState form) {
        AppraisalView a = supervision.appraisal(id);
        return HtmlPage.of("console/appraisal.jte", new OneAppraisal(a, actors.of(Stream.of("staff/" + a.staffId(), a.talkedBy() == null ? null : "staff/" + a.talkedBy())), a.staffId().equals(site.callerId()),
                names.now(), form));
    }

    /** Sets a score. */
    @POST
    @Path("/appraisals/{id}/scores")
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Response set(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return appraising(id, "set", form, () -> supervision.set(id, Forms.text(form, "indicator"), Forms.percent(form, "score")));
    }

    /** How the caller sees himself. */
    @POST
    @Path("/appraisals/{id}/self")
    @Self
    public Response saySelf(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return appraising(id, "self", form, () -> supervision.saySelf(id, Forms.text(form, "words")));
    }

    /** The talk. */
    @POST
    @Path("/appraisals/{id}/talk")
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Response talk(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return appraising(id, "talk", form, () -> supervision.talk(id, Forms.text(form, "words")));
    }

    /** The caller has read it. */
    @POST
    @Path("/appraisals/{id}/acknowledgement")
    @Self
    public Response acknowledge(@PathParam("id") UUID id) {
        return appraising(id, "acknowledge", null, () -> supervision.acknowledge(id));
    }

    /** Does not agree. */
    @POST
    @Path("/appraisals/{id}/appeal")
    @Self
    public Response appeal(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return appraising(id, "appeal", form, () -> supervision.appeal(id, Forms.text(form, "words")));
    }

    /** Decides that. */
    @POST
    @Path("/appraisals/{id}/appeal-decision")
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return appraising(id, "decide", form, () -> {
            Map<String, BigDecimal> scores = new HashMap<>();
            form.keySet().stream().filter(name -> name.startsWith("scores.") && Forms.orNull(form, name) != null).forEach(name -> scores.put(name.substring("scores.".length()), Forms.percent(form, name)));
            supervision.decide(id, Forms.text(form, "answer"), scores);
        });
    }

    /** Freezes it. */
    @POST
    @Path("/appraisals/{id}/closure")
    @Allowed(Permission.APPRAISAL_MANAGE)
    public Response close(@PathParam("id") UUID id) {
        return appraising(id, "close", null, () -> supervision.close(id));
    }

    private Response appraising(UUID id, String name, MultivaluedMap<String, String> form, Runnable deed) {
        return Forms.done(deed, APPRAISALS + "/" + id, refused -> appraisal(id, FormState.refused(name, form, refused, language.messages())));
    }
}
