package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the database lets this node do, as a probe in the background has seen it last. Asked before work begins, so that a database that is away costs
 * callers a moment and not the longest wait of each.
 */
@ApplicationScoped
public class DatabaseState {

    /** What can be done; each includes those before it. */
    public enum Ability {
        /** It does not answer. */
        NOTHING,
        /** It answers, but cannot keep anything: its disk is full or it is read-only. */
        READ,
        /** All is well, or it was not looked at yet. */
        WRITE
    }

    private volatile Ability ability = Ability.WRITE;
    private volatile boolean schemaRight;

    /** Whether reading makes sense. */
    public boolean canRead() {
        return ability != Ability.NOTHING;
    }

    /** Whether changing something makes sense. */
    public boolean canWrite() {
        return ability == Ability.WRITE;
    }

    /** Refuses as unavailable when reading makes no sense. */
    public void requireAnswer() {
        if (!canRead()) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "problem.unavailable");
        }
    }

    /** Whether the schema has once been seen to hold everything that this release reads and writes. */
    public boolean isSchemaRight() {
        return schemaRight;
    }

    /**
     * Tells what the probe has seen.
     *
     * @return what it was before
     */
    public Ability seen(Ability now) {
        Ability before = ability;
        ability = now;
        return before;
    }

    /** The schema was looked at and is right. */
    public void schemaIsRight() {
        schemaRight = true;
    }
}
