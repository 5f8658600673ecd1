package dev.pledgedesk.sdk;

import java.util.Objects;

/**
 * A setting that nobody is to read, such as a key. Tenants write the name under which the operator keeps it, never the secret itself. It does not show in
 * texts, logs or pages; do not put what {@link #reveal()} gives into a record, an exception or a log.
 *
 * @since 1.0
 */
public final class Secret {

    private final String value;

    /**
     * A secret.
     *
     * @param value what it is
     */
    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * The secret itself, for the one call that needs it.
     *
     * @return in clear
     */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "***";
    }
}
