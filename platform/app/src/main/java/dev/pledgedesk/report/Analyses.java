package dev.pledgedesk.report;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.report.control.AnalysisExtract;
import dev.pledgedesk.tenancy.PrivacySection.Analysis;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** The analyses that the tenant has declared, and extracts of tickets for them, on pseudonyms. */
@ApplicationScoped
public class Analyses {

    /**
     * What is to be written.
     *
     * @param from filed then or later; until is later than the latest
     */
    public record Extract(Analysis analysis, Instant from, Instant until) {
    }

    @Inject
    AnalysisExtract extract;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    /** What is declared, in the order of the file. */
    public List<Analysis> all() {
        caller.require(Permission.ANALYSIS_EXPORT);
        return tenants.config().analyses();
    }

    /** An extract that can be written; refused where the time ends before it begins. */
    public Extract prepare(String key, Instant from, Instant until) {
        caller.require(Permission.ANALYSIS_EXPORT);
        Analysis analysis = tenants.config().analyses().stream().filter(a -> a.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
        if (!from.isBefore(until)) {
            throw Problem.invalid(new FieldError("/until", "field.time-order"));
        }
        return new Extract(analysis, from, until);
    }

    /** Writes it as CSV, in steps; the journal tells who took which extract, and of how many tickets. */
    public void write(Extract wanted, OutputStream out) throws IOException {
        caller.require(Permission.ANALYSIS_EXPORT);
        extract.write(wanted, caller.actor(), out);
    }
}
