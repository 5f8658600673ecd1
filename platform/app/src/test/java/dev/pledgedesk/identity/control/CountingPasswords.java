package dev.pledgedesk.identity.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often a slow hash is computed. */
@Alternative
@Priority(1)
@ApplicationScoped
public class CountingPasswords extends Passwords {

    private final AtomicInteger compared = new AtomicInteger();

    @Override
    boolean matches(String password, String kept) {
        compared.incrementAndGet();
        return super.matches(password, kept);
    }

    /** How often a password was compared so far. */
    public int compared() {
        return compared.get();
    }
}
