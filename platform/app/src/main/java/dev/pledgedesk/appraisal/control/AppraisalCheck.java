package dev.pledgedesk.appraisal.control;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.tenancy.AppraisalSection.Appraising;
import dev.pledgedesk.tenancy.AppraisalSection.Form;
import dev.pledgedesk.tenancy.AppraisalSection.Grade;
import dev.pledgedesk.tenancy.AppraisalSection.Indicator;
import dev.pledgedesk.tenancy.AppraisalSection.MeritKind;
import dev.pledgedesk.tenancy.AppraisalSection.MeritRule;
import dev.pledgedesk.tenancy.AppraisalSection.Sampling;
import dev.pledgedesk.tenancy.AppraisalSection.Source;
import dev.pledgedesk.tenancy.AppraisalSection;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.SectionFindings;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Rules of {@code appraisal.yaml} that a schema cannot say: keys lead somewhere, scales go somewhere, rewards are above zero and penalties below. */
@ApplicationScoped
public class AppraisalCheck implements ConfigCheck {

    private static final String SECTION = "appraisal";

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        if (config.appraisal() != null) {
            new Sheet(new SectionFindings(SECTION, config, findings), config.appraisal()).check();
        }
    }

    /** One check of one file. */
    private record Sheet(SectionFindings in, AppraisalSection section) {

        void check() {
            Set<String> forms = in.each("/forms", section.forms(), Form::key, (at, form) -> {
                in.languages(at + "/name", form.name());
                in.each(at + "/items", form.items(), Item::key, (item, i) -> in.languages(item + "/name", i.name()));
            });
            Set<String> types = in.types();
            in.each("/samplings", section.samplings(), Sampling::key, (at, sampling) -> {
                in.languages(at + "/name", sampling.name());
                in.known(at + "/form", sampling.form(), forms);
                in.known(at + "/roles", sampling.roles(), in.roles());
                in.known(at + "/types", sampling.types(), types);
            });
            in.each("/schemes", section.schemes(), Appraising::key, (at, scheme) -> {
                in.languages(at + "/name", scheme.name());
                in.known(at + "/roles", scheme.roles(), in.roles());
                in.each(at + "/indicators", scheme.indicators(), Indicator::key, (i, indicator) -> {
                    in.languages(i + "/name", indicator.name());
                    if (indicator.worst().compareTo(indicator.best()) == 0) {
                        in.add(i + "/best", "config.scale");
                    }
                });
                in.each(at + "/grades", scheme.grades(), Grade::key, (i, grade) -> in.languages(i + "/name", grade.name()));
            });
            in.each("/merits", section.merits(), MeritRule::key, this::merit);
        }

        private void merit(String at, MeritRule rule) {
            in.languages(at + "/name", rule.name());
            in.languages(at + "/conditions", rule.conditions());
            in.languages(at + "/effect", rule.effect());
            in.known(at + "/approvers", rule.approvers(), in.roles());
            for (int i = 0; i < rule.approvers().size(); i++) {
                String approver = rule.approvers().get(i);
                if (in.config().role(approver).map(role -> !role.permissions().contains(Permission.APPRAISAL_READ.key())).orElse(false)) {
                    in.add(at + "/approvers/" + i, "config.merit-approver", approver);
                }
            }
            if (rule.kind() == MeritKind.REWARD ? rule.points() < 0 : rule.points() > 0) {
                in.add(at + "/points", "config.merit-points");
            }
            if (rule.suggest() != null && (rule.suggest().source() == Source.MANUAL || (rule.suggest().atLeast() == null) == (rule.suggest().atMost() == null))) {
                in.add(at + "/suggest", "config.merit-suggest");
            }
        }
    }
}
