package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.promise.TimeMachine;
import dev.pledgedesk.tenancy.ConfigDrafts;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where policies and calendars are tried on the past before they are applied. */
@RequestScoped
@Path("/console/admin/promise-trial")
public class TrialPages implements PageResource {

    private static final int USUAL_DAYS = 90;

    /**
     * Files and what they would have done.
     *
     * @param from  day, as a form holds it
     * @param until day after the last one
     * @param trial null before anything was tried
     */
    public record View(Names names, String from, String until, String calendars, String promises, TimeMachine.Trial trial, List<String> problems) {

        /** Lines of a kind, those with the greatest change first. */
        public List<TimeMachine.Line> lines(String by) {
            return trial.lines().stream().filter(l -> l.by().equals(by)).toList();
        }

        /** What a group is called. */
        public String name(TimeMachine.Line line, Site site) {
            return switch (line.by()) {
                case "team" -> line.key().isEmpty() ? "–" : names.team(line.key());
                case "category" -> line.key().isEmpty() ? "–" : names.category(line.key());
                case "metric" -> site.text("promise.metric." + line.key());
                default -> line.key();
            };
        }
    }

    @Inject
    TimeMachine machine;

    @Inject
    ConfigDrafts drafts;

    @Inject
    Names names;

    @Inject
    RequestLanguage language;

    @Inject
    Site site;

    @Inject
    DeskClock clock;

    /** The files that run, to be changed and tried. */
    @GET
    @Allowed(Permission.CONFIGURATION_READ)
    public HtmlPage show() {
        Map<String, String> running = drafts.running();
        LocalDate today = clock.now().atZone(site.zone()).toLocalDate();
        return page(new View(names, today.minusDays(USUAL_DAYS).toString(), today.plusDays(1).toString(), running.getOrDefault("calendars.yaml", ""), running.getOrDefault("promises.yaml", ""), null, List.of()));
    }

    /** Tries them. */
    @POST
    @Allowed(Permission.CONFIGURATION_READ)
    public Response run(MultivaluedMap<String, String> form) {
        String from = Forms.text(form, "from");
        String until = Forms.text(form, "until");
        String calendars = form.getFirst("calendars") == null ? "" : form.getFirst("calendars");
        String promises = form.getFirst("promises") == null ? "" : form.getFirst("promises");
        try {
            Instant begin = Forms.day("from", from, 0, site.zone());
            Instant end = Forms.day("until", until, 0, site.zone());
            Map<String, String> files = new LinkedHashMap<>();
            files.put("calendars.yaml", calendars.isBlank() ? "calendars: []\n" : calendars);
            files.put("promises.yaml", promises);
            return Response.ok(page(new View(names, from, until, calendars, promises, machine.run(files, begin, end), List.of()))).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            List<String> problems = refused.errors().isEmpty() ? List.of(language.messages().text(refused.detail(), refused.arguments().toArray()))
                    : refused.errors().stream().map(e -> e.pointer().replaceFirst("^/", "") + ": " + language.messages().text(e.message(), e.arguments().toArray())).toList();
            return Response.status(code).entity(page(new View(names, from, until, calendars, promises, null, problems))).build();
        }
    }

    private static HtmlPage page(View view) {
        return HtmlPage.of("console/promise-trial.jte", view);
    }
}
