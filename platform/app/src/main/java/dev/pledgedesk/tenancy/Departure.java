package dev.pledgedesk.tenancy;

import java.io.IOException;
import java.io.OutputStream;

/** An archive of a tenant that moves, about to be written. */
@FunctionalInterface
public interface Departure {

    /** Writes it. */
    void write(OutputStream out) throws IOException;
}
