package dev.pledgedesk.bench.load;

import java.io.IOException;

/** The server has said that it cannot answer just now (503). A cold one may under a full load; in a measurement it is a failure like any other. */
public final class Busy extends IOException {

    private static final long serialVersionUID = 1;

    public Busy(String answer) {
        super(answer);
    }
}
