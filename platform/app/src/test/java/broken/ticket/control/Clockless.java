package broken.ticket.control;

import java.time.Instant;

/** Asks the machine for the time and starts a thread. */
public class Clockless {

    Instant now() {
        return Instant.now();
    }

    void start(Runnable work) {
        new Thread(work).start();
    }
}
