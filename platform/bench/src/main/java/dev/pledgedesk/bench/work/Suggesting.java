package dev.pledgedesk.bench.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.bench.data.Words;
import dev.pledgedesk.bench.load.HttpRequest;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;

/** Asking for answers to a question that nobody has filed yet: little more than the calls of those who suggest some. */
public final class Suggesting extends HttpWork {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;

    public Suggesting(Site site) {
        super("answer.suggest", site.port(), 200);
        this.site = site;
    }

    @Override
    byte[] request(int client, SplittableRandom random) throws IOException {
        String subject = Words.subject(true, random);
        return HttpRequest.post(site.host(), "/api/v1/answer-suggestions", JSON.writeValueAsString(Map.of("type", "fault-report", "subject", subject, "text", Words.question(true, subject, random))))
                .bearer(site.token(client)).bytes();
    }
}
