package dev.pledgedesk.promise.control;

import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.promise.ClockEvent;
import dev.pledgedesk.promise.ClockEvent.Kind;
import dev.pledgedesk.promise.ClockState;
import dev.pledgedesk.tenancy.PromiseSection.Merge;
import dev.pledgedesk.tenancy.PromiseSection.Metric;
import dev.pledgedesk.tenancy.PromiseSection.Options;
import dev.pledgedesk.tenancy.PromiseSection.Policy;
import dev.pledgedesk.tenancy.PromiseSection.Priority;
import dev.pledgedesk.tenancy.PromiseSection.Reassign;
import dev.pledgedesk.tenancy.PromiseSection.Reopen;
import dev.pledgedesk.tenancy.PromiseSection.Target;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.TicketEvent;
import dev.pledgedesk.ticket.TicketState;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What starts, pauses and ends the clocks of a ticket: decides, and has a {@link Book} do it, which is that of the desk or one for a trial on the past. */
final class ClockRules {

    /** Metrics that begin when a ticket is filed. */
    private static final List<Metric> FROM_FILING = List.of(Metric.ACKNOWLEDGE, Metric.FIRST_RESPONSE, Metric.PERIODIC_UPDATE, Metric.RESOLUTION);
    /** What a public answer settles. */
    private static final Set<Metric> ANSWERED = EnumSet.of(Metric.ACKNOWLEDGE, Metric.FIRST_RESPONSE, Metric.NEXT_REPLY, Metric.PERIODIC_UPDATE, Metric.PROMISED_TIME);
    /** What begins anew when somebody else takes a ticket, if the policy says so. */
    private static final Set<Metric> OF_WHO_HAS_IT = EnumSet.of(Metric.FIRST_RESPONSE, Metric.NEXT_REPLY, Metric.RESOLUTION);

    /** Where clocks are written. */
    interface Book {

        /**
         * Starts a clock with a limit, which may have begun earlier: events of that time are taken over.
         *
         * @param version of the configuration that the policy is from
         */
        Running start(UUID subject, int version, Policy policy, Target target, String cause, String actor, List<ClockEvent> earlier);

        /** Starts a clock that ends at a time which somebody has named. */
        Running startNamed(UUID subject, Optional<Policy> policy, Metric metric, Instant named, UUID message, String actor);

        /** Lets something happen to a clock now. */
        void happen(Running running, Kind kind, String cause, String actor);

        /** Version of the configuration that runs. */
        int version();
    }

    private final Book book;
    private final String actor;

    /** Rules for what somebody does. */
    ClockRules(Book book, String actor) {
        this.book = book;
        this.actor = actor;
    }

    /** A ticket was filed. */
    void filed(List<Running> all, TicketState ticket, Optional<Policy> policy) {
        FROM_FILING.forEach(metric -> begin(all, ticket, policy, metric, "filed"));
        byStatus(all, ticket, policy);
        pauses(all, ticket);
    }

    /** Something was said in it. */
    void said(List<Running> all, TicketState ticket, Optional<Policy> policy, TicketEvent.MessageAdded event) {
        if (event.authorKind().equals(CallerKind.SYSTEM.key())) {
            // What the platform says by itself answers nobody.
            return;
        }
        boolean byCustomer = event.authorKind().equals("customer");
        if (!event.internal() && byCustomer) {
            if (all.stream().noneMatch(c -> c.isOpen() && (c.metric() == Metric.FIRST_RESPONSE || c.metric() == Metric.NEXT_REPLY))) {
                // A ticket that was done is taken up again by this, a moment later.
                start(all, ticket, policy, Metric.NEXT_REPLY, "customer-wrote");
            }
        } else if (!event.internal()) {
            all.stream().filter(c -> c.isOpen() && ANSWERED.contains(c.metric())).forEach(c -> book.happen(c, Kind.FULFIL, "answered", actor));
            begin(all, ticket, policy, Metric.PERIODIC_UPDATE, "answered");
        }
        if (event.promisedAt() != null) {
            all.add(book.startNamed(ticket.id(), policy, Metric.PROMISED_TIME, event.promisedAt(), event.messageId(), actor));
        }
        if (event.appointmentAt() != null) {
            all.add(book.startNamed(ticket.id(), policy, Metric.APPOINTMENT, event.appointmentAt(), event.messageId(), actor));
        }
        pauses(all, ticket);
    }

    /** Properties of it changed; it was not merged. */
    void changed(List<Running> all, TicketState ticket, Optional<Policy> policy, Collection<String> fields) {
        if (fields.contains("status")) {
            moved(all, ticket, policy);
        }
        if (fields.contains("assignee") && ticket.assigneeId() != null) {
            assigned(all, ticket);
        }
        retarget(all, ticket, policy, fields.contains("priority") || fields.contains("category") || fields.contains("group"));
        pauses(all, ticket);
    }

    private void moved(List<Running> all, TicketState ticket, Optional<Policy> policy) {
        boolean done = ticket.statusCategory().isDone();
        for (Running clock : List.copyOf(all)) {
            if (clock.metric() == Metric.RESOLUTION && clock.isOpen() && done) {
                book.happen(clock, Kind.FULFIL, "done:" + ticket.status(), actor);
            } else if (clock.metric() == Metric.ACKNOWLEDGE && clock.isOpen() && ticket.statusCategory() != StatusCategory.NEW) {
                book.happen(clock, Kind.FULFIL, "moved:" + ticket.status(), actor);
            } else if (clock.isOpen() && done && !clock.metric().isByStatus() && !clock.metric().isNamedTime()) {
                book.happen(clock, Kind.CANCEL, "done:" + ticket.status(), actor);
            }
        }
        if (!done) {
            reopened(all, ticket, policy);
        }
        byStatus(all, ticket, policy);
    }

    /** A resolution that was reached, while the ticket is not done: it was taken up again. */
    private void reopened(List<Running> all, TicketState ticket, Optional<Policy> policy) {
        Optional<Running> last = all.stream().filter(c -> c.metric() == Metric.RESOLUTION).reduce((a, b) -> b);
        if (last.isEmpty() || last.get().state() != ClockState.FULFILLED) {
            return;
        }
        Reopen wanted = last.get().policy().options().reopen();
        if (wanted == Reopen.CONTINUE) {
            book.happen(last.get(), Kind.RESUME, "reopened", actor);
        } else if (wanted == Reopen.RESTART) {
            begin(all, ticket, policy, Metric.RESOLUTION, "reopened");
        }
        begin(all, ticket, policy, Metric.PERIODIC_UPDATE, "reopened");
    }

    private void assigned(List<Running> all, TicketState ticket) {
        for (Running clock : List.copyOf(all)) {
            if (clock.isOpen() && clock.metric() == Metric.ACKNOWLEDGE) {
                book.happen(clock, Kind.FULFIL, "assigned", actor);
            } else if (clock.isOpen() && OF_WHO_HAS_IT.contains(clock.metric()) && clock.policy().options().reassign() == Reassign.RESTART) {
                book.happen(clock, Kind.CANCEL, "reassigned", actor);
                all.add(book.start(ticket.id(), version(clock), clock.policy(), clock.target(), "reassigned", actor, List.of()));
            }
        }
    }

    /** Targets by status begin where their statuses are reached, and end where they are left, or where others are reached. */
    private void byStatus(List<Running> all, TicketState ticket, Optional<Policy> policy) {
        for (Running clock : List.copyOf(all)) {
            Target target = clock.target();
            boolean left = clock.metric() == Metric.STAGE && !target.startIn().contains(ticket.status());
            boolean stopped = clock.metric() == Metric.CUSTOM && target.stopIn().contains(ticket.status());
            if (clock.isOpen() && (left || stopped)) {
                book.happen(clock, Kind.FULFIL, "moved:" + ticket.status(), actor);
            }
        }
        for (Target target : policy.map(Policy::targets).orElse(List.of())) {
            if (target.metric().isByStatus() && target.startIn().contains(ticket.status()) && fits(target, ticket) && all.stream().noneMatch(c -> c.isOpen() && c.row().rule().target().equals(target.key()))) {
                all.add(book.start(ticket.id(), book.version(), policy.get(), target, "status:" + ticket.status(), actor, List.of()));
            }
        }
    }

    private void pauses(List<Running> all, TicketState ticket) {
        for (Running clock : all) {
            boolean still = clock.target().pauseIn().contains(ticket.statusCategory());
            if (still && clock.state() == ClockState.RUNNING) {
                book.happen(clock, Kind.PAUSE, "status:" + ticket.status(), actor);
            } else if (!still && clock.state() == ClockState.PAUSED) {
                book.happen(clock, Kind.RESUME, "status:" + ticket.status(), actor);
            }
        }
    }

    /** Where another target fits now, its clock takes the other's place and counts from when that began. */
    private void retarget(List<Running> all, TicketState ticket, Optional<Policy> policy, boolean otherPriority) {
        for (Running clock : List.copyOf(all)) {
            if (!clock.isOpen() || clock.metric().isNamedTime() || clock.metric().isByStatus()) {
                continue;
            }
            Options options = clock.policy().options();
            boolean newer = options.policy() == Priority.RETARGET && version(clock) != book.version();
            if (!newer && !(otherPriority && options.priority() == Priority.RETARGET)) {
                continue;
            }
            // By the policy that the clock runs under, unless it is to follow a newer one.
            Optional<Policy> under = newer ? policy : Optional.of(clock.policy());
            Optional<Target> fitting = under.flatMap(p -> first(p, clock.metric(), ticket));
            if (fitting.isPresent() && !newer && fitting.get().key().equals(clock.target().key())) {
                continue;
            }
            List<ClockEvent> earlier = clock.takenOver();
            book.happen(clock, Kind.CANCEL, "retargeted", actor);
            fitting.ifPresent(target -> all.add(book.start(ticket.id(), newer ? book.version() : version(clock), under.get(), target, "retargeted", actor, earlier)));
        }
    }

    /** It was merged into another one, for which there is this policy. */
    void merged(List<Running> all, List<Running> others, TicketState survivor, Optional<Policy> policy) {
        for (Running clock : all) {
            if (!clock.isOpen()) {
                continue;
            }
            if (clock.metric().isNamedTime()) {
                others.add(book.startNamed(survivor.id(), policy, clock.metric(), clock.row().namedAt(), clock.row().messageId(), actor));
            } else if (clock.policy().options().merge() == Merge.EARLIEST) {
                others.stream().filter(o -> o.isOpen() && o.row().rule().target().equals(clock.row().rule().target()) && o.row().startedAt().isAfter(clock.row().startedAt())).findFirst().ifPresent(later -> {
                    book.happen(later, Kind.CANCEL, "merged", actor);
                    others.add(book.start(survivor.id(), version(clock), clock.policy(), clock.target(), "merged", actor, clock.takenOver()));
                });
            }
            book.happen(clock, Kind.CANCEL, "merged", actor);
        }
        pauses(others, survivor);
    }

    private void begin(List<Running> all, TicketState ticket, Optional<Policy> policy, Metric metric, String cause) {
        if (!ticket.statusCategory().isDone() && all.stream().noneMatch(c -> c.isOpen() && c.metric() == metric)) {
            start(all, ticket, policy, metric, cause);
        }
    }

    private void start(List<Running> all, TicketState ticket, Optional<Policy> policy, Metric metric, String cause) {
        policy.flatMap(p -> first(p, metric, ticket)).ifPresent(target -> all.add(book.start(ticket.id(), book.version(), policy.get(), target, cause, actor, List.of())));
    }

    private static int version(Running clock) {
        return clock.row().rule().configVersion();
    }

    private static Optional<Target> first(Policy policy, Metric metric, TicketState ticket) {
        return policy.targets().stream().filter(t -> t.metric() == metric && fits(t, ticket)).findFirst();
    }

    private static boolean fits(Target target, TicketState ticket) {
        return target.when().fits(ticket.category(), ticket.priority(), ticket.channel(), ticket.group());
    }
}
