package dev.pledgedesk.privacy.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.KeyRotation;
import dev.pledgedesk.privacy.KeyVault;
import dev.pledgedesk.privacy.entity.KeyStore;
import dev.pledgedesk.privacy.entity.KeyStore.TenantRow;
import dev.pledgedesk.privacy.entity.KeyStore.TransferRow;
import dev.pledgedesk.tenancy.TransferKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of a tenant that moves. The keyset is locked for the other platform; the secret of the indexes and the keys of persons are wrapped by it and go as they are, so that everything
 * they sealed is moved without being opened.
 */
@ApplicationScoped
public class KeyTransfer implements TransferKeys {

    private static final Logger LOG = Logger.getLogger(KeyTransfer.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] VAULT_CONTEXT = "transfer-key".getBytes(StandardCharsets.UTF_8);
    private static final int BATCH = 500;
    private static final String MAC = "HmacSHA256";
    private static final int SEAL_KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    KeyVault vault;

    @Inject
    KeyTransactions transactions;

    @Inject
    KeyStore store;

    @Inject
    TenantKeyring keyring;

    @Inject
    KeyRotation rotation;

    @Inject
    DeskClock clock;

    @Override
    public String publicKey() {
        return transferKey().publicKey();
    }

    private TransferRow transferKey() {
        return transactions.transferKey().orElseGet(() -> {
            try {
                byte[] fresh = TransferLock.fresh();
                return transactions.addTransferKey(new TransferRow(vault.name(), vault.wrap(fresh, VAULT_CONTEXT), TransferLock.publicHalf(fresh)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            } catch (KeyVault.Failure away) {
                throw unavailable(away);
            }
        });
    }

    @Override
    public String nameOf(String publicKey) {
        try {
            return TransferLock.name(publicKey);
        } catch (GeneralSecurityException none) {
            throw Problem.invalid(new FieldError("/transferKey", "transfer.no-key"));
        }
    }

    @Override
    public Locked lock(String publicKey) {
        TenantKeys keys = keyring.reloaded();
        if (keys.size() > 1) {
            throw Problem.of(Problem.Kind.CONFLICT, "transfer.rotating");
        }
        byte[] sealKey = new byte[SEAL_KEY];
        RANDOM.nextBytes(sealKey);
        byte[] keyset = keys.keyset();
        byte[] secret = ByteBuffer.allocate(SEAL_KEY + keyset.length).put(sealKey).put(keyset).array();
        try {
            JsonNode locked = JSON.createObjectNode().put("lockedFor", TransferLock.name(publicKey)).put("keyset", TransferLock.lock(publicKey, secret, context(keys.tenant())))
                    .put("indexKey", keys.wrappedIndexKey());
            return new Locked() {
                @Override
                public JsonNode keys() {
                    return locked;
                }

                @Override
                public String seal(byte[] manifest) {
                    return HexFormat.of().formatHex(mac(sealKey, manifest));
                }
            };
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mac(byte[] key, byte[] manifest) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(manifest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Persons persons(String after) {
        List<String> lines = store.personKeyLines(after == null ? null : UUID.fromString(after), BATCH);
        return new Persons(lines, lines.size() < BATCH ? null : person(lines.get(BATCH - 1)));
    }

    private static String person(String line) {
        try {
            return JSON.readTree(line).path("person_id").asText();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Object open(TenantId tenant, JsonNode locked, byte[] manifest, String seal) {
        TransferRow row = transferKey();
        if (!nameOf(row.publicKey()).equals(locked.path("lockedFor").asText())) {
            throw Problem.of(Problem.Kind.CONFLICT, "transfer.other-platform", locked.path("lockedFor").asText(), nameOf(row.publicKey()));
        }
        try {
            byte[] secret = TransferLock.open(vault.unwrap(row.keyset(), VAULT_CONTEXT), locked.path("keyset").binaryValue(), context(tenant.value()));
            if (!MessageDigest.isEqual(mac(Arrays.copyOf(secret, SEAL_KEY), manifest), HexFormat.of().parseHex(seal))) {
                throw Problem.of(Problem.Kind.INVALID, "transfer.damaged", "manifest.json");
            }
            byte[] keyset = Arrays.copyOfRange(secret, SEAL_KEY, secret.length);
            TenantKeys keys = TenantKeys.open(tenant.value(), keyset, locked.path("indexKey").binaryValue());
            return new TenantRow(vault.name(), vault.wrap(keys.keyset(), TenantKeys.vaultContext(tenant.value())), keys.wrappedIndexKey(), 1);
        } catch (KeyVault.Failure away) {
            throw unavailable(away);
        } catch (IOException | GeneralSecurityException | IllegalStateException | IllegalArgumentException damaged) {
            throw Problem.of(Problem.Kind.INVALID, "transfer.damaged", "keys");
        }
    }

    @Override
    public void keep(Object opened) {
        TenantRow arrived = (TenantRow) opened;
        // Entering the tenant has made keys, with which nothing was sealed.
        long made = store.tenantKeys().orElseThrow().version();
        if (!store.replaceTenantKeys(new TenantRow(arrived.vault(), arrived.keyset(), arrived.indexKey(), made + 1), clock.now())) {
            throw new IllegalStateException("somebody else changes the keys of a tenant that is just arriving");
        }
    }

    @Override
    public void keepPersons(List<String> lines) {
        store.addPersonKeyLines(lines);
    }

    @Override
    public void renew(String actor) {
        rotation.begin(actor);
    }

    private static byte[] context(UUID tenant) {
        return ("tenant-transfer|" + tenant).getBytes(StandardCharsets.UTF_8);
    }

    private static Problem unavailable(KeyVault.Failure away) {
        LOG.log(Level.WARNING, "keys are not available: {0}", away.getMessage());
        return Problem.of(Problem.Kind.UNAVAILABLE, "problem.keys-unavailable");
    }
}
