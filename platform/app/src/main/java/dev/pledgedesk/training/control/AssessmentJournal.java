package dev.pledgedesk.training.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.training.entity.Assessment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** Notes what happens to assessments: keys and numbers, no words of anybody. */
@ApplicationScoped
public class AssessmentJournal {

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    void write(String what, Assessment assessment, Map<String, Object> more) {
        Map<String, Object> facts = new TreeMap<>(more);
        facts.put("staff", assessment.staffId());
        facts.put("qualification", assessment.qualification());
        journal.write(new Journal.Entry(caller.actor(), "assessment." + what, AssessmentTransactions.TABLE, assessment.id(), facts));
    }
}
