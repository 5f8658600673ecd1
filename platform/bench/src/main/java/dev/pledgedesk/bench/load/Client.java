package dev.pledgedesk.bench.load;

import java.io.IOException;
import java.sql.SQLException;

/** One client of a load, used by one thread. */
public interface Client extends AutoCloseable {

    /**
     * Does one piece of work and waits for its end.
     *
     * @throws Exception if the answer is not the expected one; a measurement with a failure in it counts for nothing
     */
    void once() throws Exception;

    /** Gives back what it holds. */
    @Override
    default void close() throws IOException, SQLException {
    }
}
