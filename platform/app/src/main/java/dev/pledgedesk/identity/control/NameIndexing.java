package dev.pledgedesk.identity.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.ConfigApplied;
import dev.pledgedesk.tenancy.PrivacySection.NameSearch;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Makes anew what names are found by, some customers at a time; each step asks for the next. Begun after each configuration, when every node must have it: a tenant may want names found
 * in another way. Whose tokens are of that way already is passed by unopened.
 */
@ApplicationScoped
public class NameIndexing implements DueWorker {

    private static final String KIND = "index-names";
    private static final int BATCH = 200;
    private static final Duration MARGIN = Duration.ofSeconds(1);

    @Inject
    CustomerRecords customers;

    @Inject
    PersonalData personalData;

    @Inject
    NameIndex index;

    @Inject
    Tenants tenants;

    @Inject
    DueWork dueWork;

    @Inject
    DeskClock clock;

    void configApplied(@Observes ConfigApplied event) {
        dueWork.at(KIND, Ids.FIRST, clock.now().plus(Tenants.FRESHNESS).plus(MARGIN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        for (UUID from : ids) {
            List<CustomerRecord> some = customers.after(from, BATCH);
            boolean prefix = tenants.config().nameSearch() == NameSearch.PREFIX;
            List<CustomerRecord> other = some.stream().filter(c -> !c.isAnonymous() && !c.isErased() && (prefix ? c.nameTokens().size() < 2 : c.nameTokens().size() != 1)).toList();
            personalData.fetch(other.stream().map(CustomerRecord::id).toList());
            other.forEach(this::index);
            if (!some.isEmpty()) {
                dueWork.now(KIND, some.get(some.size() - 1).id());
            }
        }
    }

    private void index(CustomerRecord customer) {
        String name = personalData.open(customer.id(), new Place("customer", "name", customer.id()), customer.name());
        if (name != null) {
            customer.findBy(index.tokens(name));
        }
    }
}
