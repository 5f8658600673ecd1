package dev.pledgedesk.quality.control;

import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.QualitySection.Part;
import dev.pledgedesk.tenancy.QualitySection.Standard;
import dev.pledgedesk.tenancy.SectionFindings;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of {@code quality.yaml} that a schema cannot say: keys lead somewhere, customers can answer, and nothing that they say is critical. */
@ApplicationScoped
public class QualityCheck implements ConfigCheck {

    private static final String SECTION = "quality";
    private static final int MOST_ANSWERS = 11;
    private static final int WHOLE = 100;

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        if (config.quality() == null) {
            return;
        }
        SectionFindings in = new SectionFindings(SECTION, config, findings);
        Set<String> teams = config.organisation().teams().stream().map(OrganisationSection.Team::key).collect(Collectors.toSet());
        in.each("/standards", config.quality().standards(), Standard::key, (at, standard) -> {
            in.languages(at + "/name", standard.name());
            if (standard.parts().stream().mapToInt(Part::weight).sum() != WHOLE) {
                in.add(at + "/parts", "config.quality.weights");
            }
            in.each(at + "/parts", standard.parts(), Part::key, (p, part) -> {
                in.languages(p + "/name", part.name());
                in.known(p + "/types", part.types(), in.types());
                in.known(p + "/teams", part.teams(), teams);
                for (int i = 0; i < part.answers().size(); i++) {
                    in.languages(p + "/answers/" + i, part.answers().get(i));
                }
                in.each(p + "/items", part.items(), Item::key, (i, item) -> {
                    in.languages(i + "/name", item.name());
                    if (part.asks() && item.critical()) {
                        in.add(i + "/critical", "config.quality.critical");
                    }
                });
                method(in, p, part);
            });
        });
    }

    private static void method(SectionFindings in, String at, Part part) {
        if (part.asks() && part.sample() == null) {
            in.add(at + "/sample", "config.quality.sample");
        }
        if (part.asks() && (part.answers().size() < 2 || part.answers().size() > MOST_ANSWERS)) {
            in.add(at + "/answers", "config.quality.answers", 2, MOST_ANSWERS);
        }
        if (!part.asks() && (part.sample() != null || !part.answers().isEmpty() || !part.types().isEmpty())) {
            in.add(at + "/method", "config.quality.on-site");
        }
        if (part.asks() && !part.teams().isEmpty()) {
            in.add(at + "/teams", "config.quality.asks");
        }
        if (part.asks() && part.sample() != null && part.least() > part.sample()) {
            in.add(at + "/least", "config.quality.least");
        }
    }
}
