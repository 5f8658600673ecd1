package dev.pledgedesk.rest;

/** Steps between an enum of the contract and a key of ours; both are written alike. */
public final class Enums {

    private Enums() {
    }

    /** The key, null for null. */
    public static String key(Enum<?> contract) {
        return contract == null ? null : contract.toString();
    }
}
