package dev.pledgedesk.identity.control;

import dev.pledgedesk.eventing.DueWork;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.ConfigApplied;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Makes anew what names are found by, some customers at a time; each step asks for the next. Begun when the tenant wants them found in another way. */
@ApplicationScoped
public class NameIndexing implements DueWorker {

    private static final String KIND = "index-names";
    private static final int BATCH = 200;

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

    void configApplied(@Observes ConfigApplied event) {
        if (event.version() > 1 && tenants.config(event.version()).nameSearch() != tenants.config(event.version() - 1).nameSearch()) {
            dueWork.now(KIND, Ids.FIRST);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        for (UUID from : ids) {
            List<CustomerRecord> some = customers.after(from, BATCH);
            personalData.fetch(some.stream().map(CustomerRecord::id).toList());
            some.stream().filter(c -> !c.isAnonymous() && !c.isErased()).forEach(this::index);
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
