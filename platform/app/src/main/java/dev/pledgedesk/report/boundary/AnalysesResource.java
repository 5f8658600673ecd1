package dev.pledgedesk.report.boundary;

import dev.pledgedesk.api.AnalysesApi;
import dev.pledgedesk.api.model.Analysis;
import dev.pledgedesk.api.model.AnalysisList;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.report.Analyses;
import dev.pledgedesk.rest.Download;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Extracts for analyses over REST. */
@RequestScoped
public class AnalysesResource implements AnalysesApi {

    @Inject
    Analyses analyses;

    @Inject
    RequestLanguage language;

    @Override
    @Allowed(Permission.ANALYSIS_EXPORT)
    public AnalysisList listAnalyses() {
        return new AnalysisList().items(analyses.all().stream().map(a -> new Analysis().key(a.key()).title(a.title().in(language.messages().locale())).types(a.types()).fields(a.fields())).toList());
    }

    @Override
    @Allowed(Permission.ANALYSIS_EXPORT)
    public Response exportAnalysis(String analysisKey, Instant from, Instant until) {
        Analyses.Extract extract = analyses.prepare(analysisKey, from, until);
        return Download.csv(analysisKey + ".csv", out -> analyses.write(extract, out));
    }
}
