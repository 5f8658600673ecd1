package dev.pledgedesk.bench.load;

/** One kind of work that is measured, such as reading a ticket. */
public interface Work {

    /** Its name, {@code <capability>.<what>}. */
    String name();

    /**
     * A client that does it.
     *
     * @param number from 0; clients of the same number do the same in every run
     */
    Client client(int number) throws Exception;

    /** Most pieces in one round; for work that takes long. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** Called after each round, outside the measurement: undoes what the work left behind. */
    default void tidy() throws Exception {
    }
}
