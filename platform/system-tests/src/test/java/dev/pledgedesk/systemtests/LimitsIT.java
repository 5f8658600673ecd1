package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits are told in headers, hold for one caller without touching another, and a body that is too large or too deep is refused by name. */
class LimitsIT {

    private static final String TICKETS = "/api/v1/tickets";
    private static final String OPEN_TO_GUESTS = "/api/v1/catalogue";
    private static final int TOO_MANY = 429;

    @Test
    void everyAnswerTellsWhatIsLeft() {
        Answer staff = Vendor.art().newStaff("agent").visitor().send("GET", TICKETS, null);
        assertThat(staff.header("RateLimit-Policy")).contains("\"staff\";q=").contains("\"tenant\";q=").contains(";w=60");
        assertThat(staff.header("RateLimit")).matches("\"(staff|tenant)\";r=[0-9]+;t=[0-9]+");
        // After some requests a guest's own limit is the tightest, so nobody else's requests show in what he is told.
        Visitor guest = Vendor.art().guest().from(Visitor.newSource());
        Answer first = guest.send("GET", OPEN_TO_GUESTS, null);
        for (int i = 0; i < 60 && !first.header("RateLimit").startsWith("\"guest\""); i++) {
            first = guest.send("GET", OPEN_TO_GUESTS, null);
        }
        Answer second = guest.send("GET", OPEN_TO_GUESTS, null);
        if (reset(second) > reset(first)) {
            // A new minute began in between, of which the first request is no part.
            first = second;
            second = guest.send("GET", OPEN_TO_GUESTS, null);
        }
        assertThat(first.header("RateLimit")).startsWith("\"guest\"");
        assertThat(left(second)).isLessThan(left(first));
    }

    private static long reset(Answer answer) {
        return Long.parseLong(answer.header("RateLimit").replaceAll(".*t=([0-9]+).*", "$1"));
    }

    private static long left(Answer answer) {
        return Long.parseLong(answer.header("RateLimit").replaceAll(".*r=([0-9]+).*", "$1"));
    }

    @Test
    void aGuestWhoAsksTooMuchIsStoppedAndNobodyElse() {
        Visitor greedy = Vendor.art().guest();
        Answer last = stopped(greedy);
        assertThat(last.refusal().code()).isEqualTo("too-many");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
        assertThat(left(last)).isZero();
        assertThat(stopped(greedy.in("zh-CN")).refusal().detail()).contains("请求过多");
        assertThat(Vendor.art().guest().send("GET", OPEN_TO_GUESTS, null).status()).as("from another address").isEqualTo(200);
        assertThat(Vendor.appliance().guest().from(Visitor.newSource()).send("GET", OPEN_TO_GUESTS, null).status()).as("at another vendor").isEqualTo(200);
    }

    /** Asks until it is too much; at once if it is so already, and as often as anybody may if a new minute has begun. */
    private static Answer stopped(Visitor greedy) {
        Answer last = greedy.send("GET", OPEN_TO_GUESTS, null);
        for (long left = last.status() == TOO_MANY ? 0 : 2 * left(last) + 2; left > 0 && last.status() != TOO_MANY; left--) {
            last = greedy.send("GET", OPEN_TO_GUESTS, null);
        }
        assertThat(last.status()).isEqualTo(TOO_MANY);
        return last;
    }

    @Test
    void bodiesAreBounded() {
        Visitor desk = Vendor.art().staff("agent").visitor();
        String deep = "[".repeat(200) + "]".repeat(200);
        assertThat(desk.send("POST", TICKETS, "{\"type\":" + deep + "}", "Idempotency-Key", Vendor.newKey()).status()).isEqualTo(400);
        Answer large = desk.send("POST", TICKETS, Map.of("type", "consultation", "subject", "s", "description", "x".repeat(5_100_000)), "Idempotency-Key", Vendor.newKey());
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.refusal().code()).isEqualTo("too-large");
        assertThat(desk.send("POST", TICKETS, Map.of("type", "consultation", "subject", "s", "description", "x".repeat(5_100_000))).status()).as("without a key, too").isIn(400, 413);
    }
}
