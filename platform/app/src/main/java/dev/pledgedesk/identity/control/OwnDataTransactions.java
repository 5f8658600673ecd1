package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.CustomerView;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.OwnData.Mine;
import dev.pledgedesk.identity.OwnData.Profile;
import dev.pledgedesk.identity.OwnData.Reading;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Reads a customer's own data for {@link dev.pledgedesk.identity.OwnData}. */
@ApplicationScoped
@Transactional
public class OwnDataTransactions {

    private static final int MOST_READINGS = 100;

    @Inject
    Customers customers;

    @Inject
    CustomerRecords records;

    @Inject
    ReadingTransactions readings;

    public void correct(UUID customer, String name, String phone) {
        customers.correct(customer, name, phone);
    }

    public Mine mine(UUID customer) {
        CustomerView view = customers.contacts(customer);
        var opened = readings.of(customer, MOST_READINGS).stream().map(r -> new Reading(r.at(), r.reader().replaceFirst("/.*", ""), r.purpose(), r.recordName())).toList();
        CustomerRecord record = records.get(customer);
        return new Mine(new Profile(view.name(), view.email(), view.phone(), view.locale(), view.verified(), view.restricted(), record.hasObjected(), record.createdAt()), opened);
    }
}
