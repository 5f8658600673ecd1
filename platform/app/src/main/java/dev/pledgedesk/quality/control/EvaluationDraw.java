package dev.pledgedesk.quality.control;

import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.RandomSecret;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.notification.Mailer;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.quality.entity.EvaluationAnswer;
import dev.pledgedesk.quality.entity.EvaluationAnswers;
import dev.pledgedesk.quality.entity.EvaluationRun;
import dev.pledgedesk.tenancy.MailSection;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.tenancy.QualitySection.Method;
import dev.pledgedesk.tenancy.QualitySection.Part;
import dev.pledgedesk.tenancy.QualitySection.Standard;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.TicketWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom an evaluation asks: customers who were served in its time, by chance, none of them twice; and every team. Part of its caller's transaction. */
@ApplicationScoped
public class EvaluationDraw {

    /** Below it customers answer; nobody is signed in there. */
    private static final String PATH = "/questionnaires/";
    private static final int AT_ONCE = 500;

    @Inject
    EvaluationAnswers answers;

    @Inject
    TicketWork tickets;

    @Inject
    Customers customers;

    @Inject
    PersonalData personalData;

    @Inject
    Mailer mailer;

    @Inject
    PublicAddress address;

    @Inject
    Tenants tenants;

    /** Whether there is anybody to ask in some days, or to look at. */
    boolean hasAnybody(Standard standard, LocalDate from, LocalDate to) {
        return standard.parts().stream().noneMatch(Part::asks)
                || standard.parts().stream().filter(Part::asks).anyMatch(part -> !served(part, from, to).isEmpty());
    }

    private Map<UUID, Set<UUID>> served(Part part, LocalDate from, LocalDate to) {
        return tickets.served(start(from), start(to.plusDays(1)), part.types()).stream()
                .collect(Collectors.groupingBy(TicketWork.Served::customerId, Collectors.mapping(TicketWork.Served::ticketId, Collectors.toSet())));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    private ZoneId zone() {
        return ZoneId.of(tenants.config().tenant().zone());
    }

    /** Draws, and writes to those who answer by themselves. */
    void draw(EvaluationRun run, Standard standard) {
        Set<UUID> asked = new HashSet<>();
        int wanted = standard.parts().stream().filter(Part::asks).mapToInt(Part::sample).sum();
        standard.parts().forEach(part -> {
            if (part.asks()) {
                ask(run, part, wanted, asked);
            } else {
                tenants.config().organisation().teams().stream().map(OrganisationSection.Team::key).filter(team -> part.teams().isEmpty() || part.teams().contains(team))
                        .forEach(team -> answers.add(EvaluationAnswer.seen(Ids.next(), run.id(), part.key(), team)));
            }
        });
        answers.flush();
    }

    /** Who has objected to being counted, or cannot be reached in this way, is passed over. Where customers are few, parts share them by what each wants. */
    private void ask(EvaluationRun run, Part part, int wanted, Set<UUID> asked) {
        List<CustomerDraw.Pick> order = CustomerDraw.order(served(part, run.fromDay(), run.toDay()), run.seed());
        int left = Math.min(part.sample(), (int) Math.ceil((double) order.size() * part.sample() / wanted));
        for (int at = 0; at < order.size() && left > 0; at += AT_ONCE) {
            List<CustomerDraw.Pick> some = order.subList(at, Math.min(order.size(), at + AT_ONCE));
            personalData.fetch(some.stream().map(CustomerDraw.Pick::customerId).toList());
            Set<UUID> willing = customers.analysable(some.stream().map(CustomerDraw.Pick::customerId).toList());
            for (CustomerDraw.Pick pick : some) {
                if (left > 0 && willing.contains(pick.customerId()) && !asked.contains(pick.customerId()) && ask(run, part, pick)) {
                    asked.add(pick.customerId());
                    left--;
                }
            }
        }
    }

    private boolean ask(EvaluationRun run, Part part, CustomerDraw.Pick pick) {
        CustomerView customer = customers.contacts(pick.customerId());
        boolean written = part.method() == Method.QUESTIONNAIRE;
        if (written ? !mailer.reaches(customer) : customer.phone() == null) {
            return false;
        }
        String secret = written ? RandomSecret.fresh() : null;
        answers.add(EvaluationAnswer.asked(Ids.next(), run.id(), part.key(), customer.id(), pick.ticketId(), written ? Sha256.of(secret) : null));
        if (written) {
            mailer.tell(customer, pick.ticketId(), MailSection.Kind.QUESTIONNAIRE, Map.of("name", customer.name(), "number", tickets.numbers(List.of(pick.ticketId())).get(pick.ticketId()),
                    "link", address.of(PATH + secret), "until", DateTimeFormatter.ISO_LOCAL_DATE.format(run.dueAt().minusMillis(1).atZone(zone()))));
        }
        return true;
    }
}
