package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.TenantId;
import java.util.List;

/** Implemented where the keys of tenants are: takes them along when a tenant moves to another platform, without showing them to anybody on the way. */
public interface TransferKeys {

    /** Some wrapped keys of persons as JSON lines; {@code next} is where to go on, null at the end. */
    record Persons(List<String> lines, String next) {
    }

    /** The key under which other platforms lock the keys of a tenant that comes here, in a form to be passed on; made by the first call. Outside of transactions. */
    String publicKey();

    /** What a transfer key is called, for people to compare; refused as invalid if it is none. */
    String nameOf(String publicKey);

    /** Keys of a tenant, locked for a platform. */
    interface Locked {

        /** They, for the manifest. */
        JsonNode keys();

        /** A seal on a manifest: whoever changes the archive on its way cannot make it again. */
        String seal(byte[] manifest);
    }

    /** The keys of the tenant of the request, locked for the platform that has given this transfer key. Outside of transactions. */
    Locked lock(String publicKey);

    /** Wrapped keys of persons of the tenant of the request after one, null for the first. Part of a transaction. */
    Persons persons(String after);

    /**
     * Opens locked keys of a tenant and has this platform's vault wrap them; refused if the seal is not that of the manifest. Outside of transactions.
     *
     * @return what {@link #keep} takes
     */
    Object open(TenantId tenant, JsonNode locked, byte[] manifest, String seal);

    /** Makes them the keys of the tenant of the request, which has no rows yet; part of the transaction in which it arrives. */
    void keep(Object opened);

    /** Keeps keys of its persons. Part of that transaction. */
    void keepPersons(List<String> lines);

    /** Gives the tenant of the request, which is here now, a key that nobody elsewhere has had, and has the keys of its persons wrapped by it in the background. */
    void renew(String actor);
}
