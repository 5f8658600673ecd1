package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.tenancy.AppraisalSection.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The sources there are; of every kind that is measured there is one. */
@ApplicationScoped
public class IndicatorSources {

    @Inject
    @Any
    Instance<IndicatorSource> all;

    IndicatorSource get(Source source) {
        return all.stream().filter(s -> s.source() == source).findFirst().orElseThrow();
    }
}
