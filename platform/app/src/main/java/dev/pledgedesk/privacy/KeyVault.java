package dev.pledgedesk.privacy;

/**
 * Where the keys of tenants are wrapped and unwrapped: a keyset file, a key management service, a hardware token. What it wraps with never leaves it. Called
 * outside of transactions only; each call is bounded in time by whoever implements it.
 */
public interface KeyVault {

    /** What it is called in settings and in the key store, such as {@code local}. */
    String name();

    /** Gets ready when the application starts, such as by making what is made at the first start; a failure then is told in the log only, each call fails for itself. */
    default void prepare() {
        // A service elsewhere is ready or is not.
    }

    /**
     * Wraps a key.
     *
     * @param key     in clear
     * @param context whose key it is; the same has to be said to unwrap it
     * @throws Failure if the vault is away, slow, or refuses
     */
    byte[] wrap(byte[] key, byte[] context);

    /**
     * Unwraps what {@link #wrap} has given.
     *
     * @throws Failure if the vault is away or slow, or holds another key than the one that wrapped it
     */
    byte[] unwrap(byte[] wrapped, byte[] context);

    /** The vault did not do its work. The message is for the log: it names no key. */
    final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Failure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
