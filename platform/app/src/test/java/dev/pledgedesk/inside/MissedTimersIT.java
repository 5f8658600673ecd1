package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.promise.ClockView;
import dev.pledgedesk.ticket.TicketDetails;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an outage has left undone: it comes in its order, and many at a time. */
@ExtendWith(ArquillianExtension.class)
class MissedTimersIT extends ClockRoom {

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Test
    void whatIsAnsweredTooLateIsBrokenEvenIfNobodyLookedMeanwhile() {
        TenantId a = configured("promise-c");
        UUID supervisor = member(a, "supervisor");
        TicketDetails ticket = filed(a, "outage");
        clock.pass(Duration.ofHours(12));
        say(a, ticket.id(), null);
        look(a, ticket.id());
        ClockView answer = clock(a, ticket.id(), "answer");
        assertThat(kinds(answer)).containsExactly(Kind.ACTIVATE, Kind.FULFIL, Kind.BREACH, Kind.ESCALATE, Kind.ESCALATE);
        assertThat(answer.reading().state()).isEqualTo(ClockState.FULFILLED);
        assertThat(told(a, supervisor)).as("never silent").contains("promise-escalated");
    }

    @Test
    void manyMissedOnesAreDoneTogetherAndWaitForNobody() {
        TenantId a = configured("promise-many");
        TenantId b = configured("promise-many-next-door");
        UUID supervisor = member(a, "supervisor");
        List<UUID> tickets = List.of("one", "two", "three").stream().map(mark -> filed(a, mark).id()).toList();
        TicketDetails other = filed(b, "next-door");
        clock.pass(Duration.ofHours(11));
        OwnerSql.holding("select id from promise_clock where subject_id = ? for update", tickets.get(1), () -> {
            assertThatThrownBy(() -> work(a, "promise", tickets)).as("not waited for, since that would hold up those who wait for the others").hasStackTraceContaining("could not obtain lock");
            assertThat(kinds(clock(a, tickets.get(0), "answer"))).as("all or none").containsExactly(Kind.ACTIVATE);
        });
        work(a, "promise", Stream.concat(tickets.stream(), Stream.of(other.id())).toList());
        assertThat(tickets).allSatisfy(ticket -> assertThat(kinds(clock(a, ticket, "answer"))).containsExactly(Kind.ACTIVATE, Kind.WARN, Kind.WARN, Kind.BREACH, Kind.ESCALATE));
        assertThat(told(a, supervisor)).as("of each ticket that nobody has taken up and nobody has answered").hasSize(6).containsOnly("promise-escalated");
        assertThat(kinds(clock(b, other.id(), "answer"))).as("a record of somebody else is none").containsExactly(Kind.ACTIVATE);
    }
}
