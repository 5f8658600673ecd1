package dev.pledgedesk.breach.control;

import dev.pledgedesk.breach.Breaches.Letter;
import dev.pledgedesk.breach.entity.AffectedPerson;
import dev.pledgedesk.breach.entity.AffectedPersons;
import dev.pledgedesk.breach.entity.BreachRecord;
import dev.pledgedesk.breach.entity.BreachRecords;
import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.Blanks;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.notification.Mailer;
import dev.pledgedesk.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes to the persons concerned, some at a time; each step asks for the next. */
@ApplicationScoped
public class NoticeWorker implements DueWorker {

    static final String KIND = "breach-notice";

    private static final int BATCH = 50;

    @Inject
    BreachRecords breaches;

    @Inject
    AffectedPersons persons;

    @Inject
    LetterTransactions letters;

    @Inject
    Customers customers;

    @Inject
    PersonalData personalData;

    @Inject
    Mailer mailer;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        for (UUID id : ids) {
            BreachRecord breach = breaches.get(id);
            List<AffectedPerson> waiting = persons.queued(id, BATCH);
            if (waiting.isEmpty()) {
                continue;
            }
            Map<String, Letter> byLanguage = letters.sent(breach);
            personalData.fetch(waiting.stream().map(AffectedPerson::customerId).toList());
            waiting.forEach(person -> write(person, byLanguage));
            dueWork.now(KIND, id);
        }
    }

    private void write(AffectedPerson person, Map<String, Letter> byLanguage) {
        CustomerView customer = customers.contacts(person.customerId());
        if (customer.email() == null) {
            person.unreachable();
            return;
        }
        Letter letter = byLanguage.getOrDefault(customer.locale(), byLanguage.values().iterator().next());
        Map<String, String> name = Map.of("name", customer.name());
        mailer.send(customer.id(), customer.email(), Blanks.fill(letter.subject(), name), Blanks.fill(letter.body(), name));
        person.written(clock.now());
    }
}
