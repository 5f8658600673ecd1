package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.Departure;
import dev.pledgedesk.tenancy.TenantInfo;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.TransferKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Moves tenants between platforms. The archive holds the rows as they are, sealed, and the tenant's keys, locked for the one platform that takes it in; nobody can read it
 * on the way, and who was forgotten stays forgotten.
 */
@ApplicationScoped
public class TenantTransfer {

    private static final Logger LOG = Logger.getLogger(TenantTransfer.class.getName());

    @Inject
    TransferSteps steps;

    @Inject
    TransferKeys keys;

    @Inject
    TenantOperations operations;

    @Inject
    TenantScope scope;

    @Inject
    DeskClock clock;

    @Inject
    @ConfigProperty(name = "pledgedesk.operator.host", defaultValue = "localhost")
    String operatorHost;

    /** How long a tenant must have been suspended before it can be packed: other nodes learn of a suspension within a minute. */
    @Inject
    @ConfigProperty(name = "pledgedesk.transfer.quiet", defaultValue = "PT60S")
    Duration quiet;

    @Inject
    @ConfigProperty(name = "pledgedesk.transfer.max-bytes", defaultValue = "53687091200")
    long mostBytes;

    /** The key to be given to the platform that a tenant comes from. */
    public String transferKey() {
        return scope.platform(keys::publicKey);
    }

    /** Makes everything ready to write a tenant out for the platform that has given a transfer key; the tenant's journal notes it. Refused unless the tenant is suspended. */
    public Departure depart(TenantInfo tenant, String transferKey, String by) {
        TenantId id = tenant.id();
        String name = keys.nameOf(transferKey);
        TransferKeys.Locked locked = scope.call(id, () -> keys.lock(transferKey));
        scope.run(id, () -> steps.pack(id, quiet, name, by));
        scope.run(id, steps::requireStill);
        return out -> write(tenant, locked, out);
    }

    private void write(TenantInfo tenant, TransferKeys.Locked locked, OutputStream out) throws IOException {
        TenantId id = tenant.id();
        try (LinesArchive archive = new LinesArchive(out, ArrivedArchive.FORMAT, tenant, clock.now())) {
            var manifest = archive.manifest().put("createdAt", tenant.createdAt().toString()).put("configVersion", tenant.configVersion());
            tenant.hosts().forEach(manifest.putArray("hosts")::add);
            manifest.put("lastTicketNumber", scope.call(id, steps::nextNumber)).set("keys", locked.keys());
            for (Map.Entry<String, String> table : scope.call(id, steps::tables).entrySet()) {
                archive.add(LinesArchive.path(table.getKey()), after -> scope.call(id, () -> steps.read(table.getKey(), after))).put("columns", table.getValue());
            }
            archive.add(ArrivedArchive.KEYS, after -> scope.call(id, () -> steps.readKeys(after)));
            archive.finish(locked::seal);
        }
    }

    /**
     * Takes a tenant in, wholly or not at all; it is suspended then. Its keys are changed for such as the platform that it came from has never had.
     *
     * @param key the tenant's, as a check that this is the one that is meant
     */
    public TenantInfo arrive(String key, InputStream body, String by) throws IOException {
        Path file = Files.createTempFile("pledgedesk-transfer", ".zip");
        try {
            store(body, file);
            try (ArrivedArchive archive = ArrivedArchive.open(file)) {
                ArrivedArchive.Facts facts = archive.facts();
                archive.requireTables(scope.platform(steps::tables));
                requireFree(key, facts);
                Object opened = scope.platform(() -> keys.open(facts.tenant(), facts.keys(), archive.sealed(), archive.seal()));
                TenantInfo arrived = scope.call(facts.tenant(), () -> steps.arrive(archive, opened, by));
                renew(facts.tenant(), by);
                return arrived;
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The tenant is here whatever becomes of this; what failed can be begun again by the operator. */
    private void renew(TenantId tenant, String by) {
        try {
            scope.run(tenant, () -> keys.renew(by));
        } catch (Problem away) {
            LOG.log(Level.WARNING, "the keys of tenant {0}, which has just arrived, could not be changed: rotate them (pledgedesk tenant rotate-keys)", tenant);
        }
    }

    private void store(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] part = new byte[64 * 1024];
            long size = 0;
            for (int read = body.read(part); read >= 0; read = body.read(part)) {
                size += read;
                if (size > mostBytes) {
                    throw Problem.of(Problem.Kind.TOO_LARGE, "transfer.too-large", mostBytes / (1024 * 1024));
                }
                out.write(part, 0, read);
            }
        }
    }

    private void requireFree(String key, ArrivedArchive.Facts facts) {
        if (!facts.key().equals(key)) {
            throw Problem.of(Problem.Kind.INVALID, "transfer.other-tenant", facts.key(), key);
        }
        if (operations.find(key).isPresent() || operations.find(facts.tenant()).isPresent()) {
            throw Problem.of(Problem.Kind.CONFLICT, "transfer.there-already", key);
        }
        for (String host : facts.hosts()) {
            Optional<TenantInfo> owner = operations.ownerOf(host);
            if (host.equals(operatorHost) || owner.isPresent()) {
                throw Problem.conflict(new FieldError("/hosts", "transfer.host-taken", host));
            }
        }
    }
}
