package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.report.Analyses;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.tenancy.PrivacySection.Analysis;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Extracts of tickets for analyses, to download. Over REST: {@code listAnalyses}, {@code exportAnalysis}. */
@RequestScoped
@Path("/console/analyses")
public class AnalysisPages implements PageResource {

    /**
     * The page.
     *
     * @param from a day, as a form has it; until likewise, and the last of them
     */
    public record View(List<Analysis> rows, Names names, String from, String until, FormState form) {

        /** Names of the types that are analysed, empty for all. */
        public String types(Analysis analysis) {
            return analysis.types().stream().map(names::type).collect(Collectors.joining(", "));
        }

        /** Keys of the fields. */
        public String fields(Analysis analysis) {
            return analysis.fields().isEmpty() ? "–" : String.join(", ", analysis.fields());
        }
    }

    @Inject
    Analyses analyses;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    @Inject
    DeskClock clock;

    /** What is declared. */
    @GET
    @Allowed(Permission.ANALYSIS_EXPORT)
    public HtmlPage show() {
        LocalDate today = clock.now().atZone(site.zone()).toLocalDate();
        return page(today.minusMonths(1).toString(), today.toString(), FormState.NONE);
    }

    /** The tickets of some days of the tenant's zone. */
    @GET
    @Path("/{key}")
    @Allowed(Permission.ANALYSIS_EXPORT)
    public Response download(@PathParam("key") String key, @QueryParam("from") @DefaultValue("") String from, @QueryParam("until") @DefaultValue("") String until) {
        try {
            Analyses.Extract extract = analyses.prepare(key, Forms.day("from", from, 0, site.zone()), Forms.day("until", until, 1, site.zone()));
            return Download.csv(key + ".csv", out -> analyses.write(extract, out));
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(from, until, FormState.refused(key, new MultivaluedHashMap<>(), refused, language.messages()))).build();
        }
    }

    private HtmlPage page(String from, String until, FormState form) {
        return HtmlPage.of("console/analyses.jte", new View(analyses.all(), names, from, until, form));
    }
}
