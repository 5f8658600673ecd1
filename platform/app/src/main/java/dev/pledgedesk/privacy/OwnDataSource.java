package dev.pledgedesk.privacy;

import dev.pledgedesk.rest.Archive;
import java.io.IOException;

/** Implemented by every capability that keeps something a customer may take with him: adds it to the archive as the customer of the request sees it himself. */
public interface OwnDataSource {

    /** Adds it. Opens transactions of its own, because the customer may be slow to take it. */
    void add(Archive archive) throws IOException;
}
