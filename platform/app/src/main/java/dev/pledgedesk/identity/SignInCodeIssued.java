package dev.pledgedesk.identity;

import java.util.UUID;

/** A sign-in code was made for a customer; fired in that transaction, so that the mail goes out if and only if the code holds. */
public record SignInCodeIssued(UUID customerId, String code) {
}
