package dev.pledgedesk.quality.control;

import dev.pledgedesk.privacy.OwnDataSource;
import dev.pledgedesk.rest.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** What a customer has answered in evaluations, as he may take it along. */
@ApplicationScoped
public class OwnAnswers implements OwnDataSource {

    @Inject
    AnswerTransactions answers;

    @Override
    public void add(Archive archive) throws IOException {
        archive.json("questionnaires.json", answers.takenAlong());
    }
}
