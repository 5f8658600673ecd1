package dev.pledgedesk.privacy.control;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** The open keys of one tenant: a keyset that wraps the keys of its persons, and the secret of its indexes. Lives in memory only. */
public final class TenantKeys {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final UUID tenant;
    private final KeysetHandle keyset;
    private final Aead wrapping;
    private final byte[] wrappedIndexKey;
    private final PrfSet index;

    private TenantKeys(UUID tenant, KeysetHandle keyset, byte[] wrappedIndexKey) throws GeneralSecurityException {
        this.tenant = tenant;
        this.keyset = keyset;
        this.wrapping = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.wrappedIndexKey = wrappedIndexKey.clone();
        byte[] indexKey = wrapping.decrypt(wrappedIndexKey, indexContext(tenant));
        this.index = TinkProtoKeysetFormat.parseKeyset(indexKey, InsecureSecretKeyAccess.get()).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    /** New keys for a tenant. */
    public static TenantKeys fresh(UUID tenant) {
        return run("make keys", () -> {
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] indexKey = TinkProtoKeysetFormat.serializeKeyset(KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF), InsecureSecretKeyAccess.get());
            byte[] wrapped = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class).encrypt(indexKey, indexContext(tenant));
            return new TenantKeys(tenant, keyset, wrapped);
        });
    }

    /**
     * Opens stored keys.
     *
     * @param keyset          as {@link #keyset()} gave it
     * @param wrappedIndexKey as {@link #wrappedIndexKey()} gave it
     */
    public static TenantKeys open(UUID tenant, byte[] keyset, byte[] wrappedIndexKey) {
        return run("open the keys of tenant " + tenant, () -> new TenantKeys(tenant, TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get()), wrappedIndexKey));
    }

    /** The same keys with one more, which wraps from now on; what the others wrapped still opens. */
    TenantKeys rotated() {
        return run("rotate keys", () -> {
            KeysetHandle more = KeysetHandle.newBuilder(keyset)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary()).build();
            return rewrapped(more);
        });
    }

    /** The same keys without those that wrap no more. */
    TenantKeys withoutOld() {
        return run("drop old keys", () -> rewrapped(KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(keyset.getPrimary().getKey())
                .withFixedId(keyset.getPrimary().getId()).makePrimary()).build()));
    }

    private TenantKeys rewrapped(KeysetHandle other) throws GeneralSecurityException {
        byte[] indexKey = wrapping.decrypt(wrappedIndexKey, indexContext(tenant));
        return new TenantKeys(tenant, other, other.getPrimitive(RegistryConfiguration.get(), Aead.class).encrypt(indexKey, indexContext(tenant)));
    }

    /** Whose they are. */
    UUID tenant() {
        return tenant;
    }

    /** How many keys the keyset has: more than one while a rotation is under way. */
    int size() {
        return keyset.size();
    }

    /** The keyset in clear, for the vault to wrap and for nothing else. */
    public byte[] keyset() {
        return run("write the keyset", () -> TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    /** The secret of the indexes, wrapped by the keyset. */
    public byte[] wrappedIndexKey() {
        return wrappedIndexKey.clone();
    }

    /** What every key that is wrapped by the present key begins with: Tink's prefix of five bytes. */
    byte[] prefix() {
        int id = keyset.getPrimary().getId();
        return new byte[] {1, (byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id};
    }

    /** Wraps a person's key. */
    public byte[] wrap(UUID person, byte[] key) {
        return run("wrap a key", () -> wrapping.encrypt(key, personContext(person)));
    }

    /** Unwraps a person's key. */
    public byte[] unwrap(UUID person, byte[] wrapped) {
        return run("unwrap the key of " + person, () -> wrapping.decrypt(wrapped, personContext(person)));
    }

    /** A keyed hash: equal for equal values of a kind in this tenant, and worth nothing without the key. */
    public byte[] index(String kind, String value, int bytes) {
        return run("index", () -> index.computePrimary((kind + "|" + value).getBytes(StandardCharsets.UTF_8), bytes));
    }

    /** Whose keys they are, as the vault is told. */
    public static byte[] vaultContext(UUID tenant) {
        return ("tenant-keys|" + tenant).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] personContext(UUID person) {
        return ("person-key|" + tenant + "|" + person).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] indexContext(UUID tenant) {
        return ("index-key|" + tenant).getBytes(StandardCharsets.UTF_8);
    }

    private interface Step<T> {
        T run() throws GeneralSecurityException;
    }

    private static <T> T run(String what, Step<T> step) {
        try {
            return step.run();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not " + what, e);
        }
    }
}
