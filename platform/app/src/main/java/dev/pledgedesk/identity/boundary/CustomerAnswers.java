package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.model.Customer;
import dev.pledgedesk.identity.CustomerView;

/** Customers as the contract's answers. */
final class CustomerAnswers {

    private CustomerAnswers() {
    }

    static Customer customer(CustomerView c) {
        return new Customer().id(c.id()).name(c.name()).email(c.email()).phone(c.phone()).locale(c.locale()).verified(c.verified()).restricted(c.restricted());
    }
}
