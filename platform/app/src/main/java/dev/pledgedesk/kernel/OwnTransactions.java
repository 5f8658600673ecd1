package dev.pledgedesk.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation made of several transactions, so that the answer to an Idempotency-Key cannot be kept in the one that changes something. It must be one
 * that may be done again: that is what happens if the server dies between the change and the keeping of the answer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OwnTransactions {
}
