package dev.pledgedesk.complaint.control;

import dev.pledgedesk.privacy.OwnDataSource;
import dev.pledgedesk.rest.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** A customer's complaints, as he may take them along. */
@ApplicationScoped
public class OwnComplaints implements OwnDataSource {

    @Inject
    ComplaintTransactions complaints;

    @Override
    public void add(Archive archive) throws IOException {
        archive.json("complaints.json", complaints.takenAlong());
    }
}
