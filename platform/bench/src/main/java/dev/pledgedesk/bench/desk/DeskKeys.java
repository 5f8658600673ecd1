package dev.pledgedesk.bench.desk;

import dev.pledgedesk.database.Roles;
import dev.pledgedesk.privacy.control.TenantKeys;
import dev.pledgedesk.privacy.control.VaultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of tenants from the side, by the vault file of the home: what is loaded is sealed as the product would have sealed it. */
public final class DeskKeys {

    private final Path keys;
    private final DeskDatabase database;
    private final Map<UUID, TenantKeys> open = new ConcurrentHashMap<>();

    public DeskKeys(Path home, DeskDatabase database) {
        this.keys = home.resolve("keys");
        this.database = database;
    }

    /** The keys of a tenant that has done something already. */
    public TenantKeys of(UUID tenant) {
        return open.computeIfAbsent(tenant, this::read);
    }

    private TenantKeys read(UUID tenant) {
        try (Connection owner = database.connect(Roles.OWNER); var query = owner.prepareStatement("select keyset, index_key from desk_keys.tenant_key where tenant_id = ?")) {
            query.setObject(1, tenant);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("tenant " + tenant + " has no keys yet");
                }
                byte[] keyset = VaultFile.in(keys, null, null).open().master().decrypt(rows.getBytes(1), TenantKeys.vaultContext(tenant));
                return TenantKeys.open(tenant, keyset, rows.getBytes(2));
            }
        } catch (SQLException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the keys of tenant " + tenant + " cannot be opened", e);
        }
    }
}
