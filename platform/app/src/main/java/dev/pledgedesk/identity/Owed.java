package dev.pledgedesk.identity;

import dev.pledgedesk.kernel.Problem;

/** What a member of staff owes before he may do anything else; until then he holds no permission. */
public enum Owed {

    /** His role asks for a second factor, which he has not switched on. */
    SECOND_FACTOR(Problem.Kind.SECOND_FACTOR_MISSING),
    /** He has not signed the present version of the confidentiality agreement. */
    AGREEMENT(Problem.Kind.AGREEMENT_MISSING);

    private final Problem.Kind kind;

    Owed(Problem.Kind kind) {
        this.kind = kind;
    }

    /** The refusal of everything else. */
    Problem refusal() {
        return Problem.of(kind, "problem." + kind.code());
    }
}
