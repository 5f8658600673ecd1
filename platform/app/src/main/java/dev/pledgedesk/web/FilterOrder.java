package dev.pledgedesk.web;

/** The order of every filter, lower first. */
final class FilterOrder {

    static final int REQUEST = 100;
    static final int AVAILABILITY = 150;
    static final int TENANT = 200;
    static final int OPERATION = 250;
    static final int CALLER = 300;
    static final int CSRF = 400;
    static final int LIMIT = 450;
    static final int PERMISSION = 500;
    static final int IDEMPOTENCY = 550;
    static final int RESPONSE = 600;

    private FilterOrder() {
    }
}
