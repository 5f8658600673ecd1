package dev.pledgedesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.Priority;
import dev.pledgedesk.ticket.TicketFilter;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the queue's address means, and that it survives being written and read again. */
class QueueQueryTest {

    private static final UUID ME = UUID.fromString("01a20399-e95b-71a2-b36d-00f530ff0774");

    private static QueueQuery query(String... pairs) {
        var parameters = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.add(pairs[i], pairs[i + 1]);
        }
        return QueueQuery.of(parameters);
    }

    @Test
    void withoutAnythingShowsWhatIsToBeDone() {
        TicketFilter filter = query().filter(ME);
        assertThat(filter.categories()).containsExactly(StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.PENDING, StatusCategory.ON_HOLD);
        assertThat(filter.order()).isEqualTo(TicketFilter.Order.LAST_UPDATED);
    }

    @Test
    void anOrderAloneShowsEverything() {
        assertThat(query("sort", "-createdAt").filter(ME).categories()).isEmpty();
    }

    @Test
    void saysMeAndNobody() {
        assertThat(query("assigneeId", "me").filter(ME).assignee()).isEqualTo(ME);
        TicketFilter nobody = query("assigneeId", "none").filter(ME);
        assertThat(nobody.assignee()).isNull();
        assertThat(nobody.unassigned()).isTrue();
    }

    @Test
    void whatMeansNothingIsLeftOut() {
        TicketFilter filter = query("priority", "burning", "statusCategory", "x", "sort", "evil", "assigneeId", "nope", "team", "x".repeat(300)).filter(ME);
        assertThat(filter.priority()).isNull();
        assertThat(filter.categories()).isEmpty();
        assertThat(filter.assignee()).isNull();
        assertThat(filter.team()).isNull();
    }

    @Test
    void survivesItsOwnAddress() {
        QueueQuery first = query("q", "画框 & 裂缝", "priority", "high", "statusCategory", "open", "statusCategory", "new", "tag", "a=b", "sort", "createdAt");
        var parameters = new MultivaluedHashMap<String, String>();
        for (String pair : first.text().split("&")) {
            parameters.add(pair.substring(0, pair.indexOf('=')),
                    java.net.URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), java.nio.charset.StandardCharsets.UTF_8));
        }
        QueueQuery second = QueueQuery.of(parameters);
        assertThat(second.filter(ME)).isEqualTo(first.filter(ME));
        assertThat(second.filter(ME).priority()).isEqualTo(Priority.HIGH);
        assertThat(second.get("q")).isEqualTo("画框 & 裂缝");
    }

    @Test
    void switchesOneCategoryAndForgetsThePage() {
        QueueQuery open = query("statusCategory", "open", "after", "cursor", "sort", "createdAt");
        assertThat(open.toggled("new")).isEqualTo("statusCategory=open&statusCategory=new&sort=createdAt");
        assertThat(open.toggled("open")).isEqualTo("sort=createdAt");
        assertThat(open.here()).endsWith("after=cursor");
    }

    @Test
    void onlyTheFirstPageWithoutWordsIsLive() {
        assertThat(query().isLive()).isTrue();
        assertThat(query("q", "x").isLive()).isFalse();
        assertThat(query("after", "x").isLive()).isFalse();
        assertThat(List.of(query("priority", "high").asked())).containsExactly(List.of("priority"));
    }
}
