package dev.pledgedesk.bench.work;

import dev.pledgedesk.bench.load.Busy;
import dev.pledgedesk.bench.load.Client;
import dev.pledgedesk.bench.load.HttpLine;
import dev.pledgedesk.bench.load.Work;
import java.io.IOException;
import java.util.SplittableRandom;

/** Work that is one HTTP request. */
abstract class HttpWork implements Work {

    private static final int BUSY = 503;

    private final String name;
    private final int port;
    private final int status;
    private final int seed;

    /**
     * Such work.
     *
     * @param status what every answer must have
     */
    HttpWork(String name, int port, int status) {
        this.name = name;
        this.port = port;
        this.status = status;
        this.seed = name.hashCode();
    }

    @Override
    public String name() {
        return name;
    }

    /** The next request of a client. */
    abstract byte[] request(int client, SplittableRandom random) throws IOException;

    /** Whether an answer shows that the work was done and not skipped. */
    boolean isRight(HttpLine.Answer answer) {
        return true;
    }

    @Override
    public Client client(int number) {
        var line = new HttpLine(port);
        var random = new SplittableRandom(seed * 1000L + number);
        return new Client() {
            @Override
            public void once() throws IOException {
                HttpLine.Answer answer = line.ask(request(number, random));
                if (answer.status() == BUSY) {
                    throw new Busy(name + ": " + answer.head() + "\n" + answer.text());
                }
                if (answer.status() != status || !isRight(answer)) {
                    throw new IOException(name + ": " + answer.head() + "\n" + answer.text());
                }
            }

            @Override
            public void close() throws IOException {
                line.close();
            }
        };
    }
}
