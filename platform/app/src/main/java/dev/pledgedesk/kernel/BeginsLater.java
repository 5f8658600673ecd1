package dev.pledgedesk.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that asks somebody, such as a plugin, before it changes anything: with an Idempotency-Key its transaction is begun when it says so, by
 * {@code RequestTransaction.begin()}, so that none is open while it waits for an answer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BeginsLater {
}
