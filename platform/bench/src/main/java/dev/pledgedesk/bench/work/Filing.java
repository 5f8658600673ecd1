package dev.pledgedesk.bench.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.data.Words;
import dev.pledgedesk.bench.load.HttpRequest;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Filing a ticket in a customer's name; one in twenty customers is new. */
final class Filing extends HttpWork {

    /** One in so many tickets is that of a new customer. */
    static final int NEW_CUSTOMER = 20;

    /** Each client has customers of its own: when two file the first ticket of the same new customer at once, one of them is told to try again. */
    private static final int REGULARS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final boolean keyed;
    private final AtomicLong newcomers = new AtomicLong(System.currentTimeMillis());

    /**
     * Such work.
     *
     * @param keyed whether each request has an idempotency key
     */
    Filing(String name, Site site, boolean keyed) {
        super(name, site.port(), 201);
        this.site = site;
        this.keyed = keyed;
    }

    @Override
    byte[] request(int client, SplittableRandom random) throws IOException {
        boolean chinese = random.nextInt(5) < 3;
        String subject = Words.subject(chinese, random);
        String mail = random.nextInt(NEW_CUSTOMER) == 0 ? "new-" + newcomers.incrementAndGet() + "@example.com"
            : "regular-" + client + "-" + random.nextInt(REGULARS) + "@example.com";
        String body = JSON.writeValueAsString(Map.of("type", "fault-report", "category", "fault", "subject", subject, "channel", "phone",
            "description", Words.question(chinese, subject, random), "requester", Map.of("name", "客户 " + client, "email", mail, "locale", "zh-CN"),
            "fields", Map.of("model", "AC-" + random.nextInt(900), "faultCode", "E04", "frequency", "always", "address", "湖滨路 1 号")));
        HttpRequest request = HttpRequest.post(site.host(), "/api/v1/tickets", body).bearer(site.token(client));
        return (keyed ? request.header("Idempotency-Key", UUID.randomUUID().toString()) : request).bytes();
    }
}
