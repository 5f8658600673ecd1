package dev.pledgedesk.plugin;

/**
 * What came of asking a plugin.
 *
 * @param <R> the answer
 */
public sealed interface Outcome<R> {

    /**
     * It has answered.
     *
     * @param answer never null
     */
    record Answered<R>(R answer) implements Outcome<R> {
    }

    /**
     * There is no answer; its owner was told.
     *
     * @param kind why
     */
    record Failed<R>(FailureKind kind) implements Outcome<R> {
    }
}
