package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.api.TenantsApi;
import dev.pledgedesk.client.model.NewTenantClosure;
import dev.pledgedesk.client.model.Tenant;
import dev.pledgedesk.client.model.TenantChange;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Postgres;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tenant who leaves for ever: only when it was suspended and meant, with its keys destroyed and a proof of it, and nobody else touched. */
class ClosureIT {

    private final TenantsApi operator = Server.common().operator().tenants();

    private static NewTenantClosure closure(String confirm) {
        return new NewTenantClosure().confirm(confirm).reason("Contract ended");
    }

    private static long count(String sql, UUID tenant) throws SQLException {
        try (var connection = new Postgres(Server.common()).connect("postgres"); var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void whatIsLeftOfATenantWhoHasLeftIsReadByNobody() throws Exception {
        String key = "leaving-" + UUID.randomUUID().toString().substring(0, 8);
        Folder folder = Folder.of("art-platform").as(key, key + ".localhost");
        folder.apply();
        Vendor vendor = Vendor.at(key, key + ".localhost");
        String mail = Vendor.newAddress();
        Ticket filed = Drafts.filed(vendor, mail, "soon unreadable");
        Tenant before = operator.getTenant(key);
        assertThat(count("select count(*) from desk_keys.person_key where tenant_id = ? and wrapped is not null", before.getId())).isPositive();
        assertThat(Refusal.of(() -> operator.closeTenant(key, closure(key), Vendor.newKey())).detail()).contains("Suspend");
        operator.changeTenant(key, new TenantChange().state(TenantChange.StateEnum.SUSPENDED).reason("Contract ended"), "\"" + before.getVersion() + "\"");
        assertThat(Refusal.of(() -> operator.closeTenant(key, closure("art-platform"), Vendor.newKey())).pointers()).containsExactly("/confirm");
        assertThat(Refusal.of(() -> operator.closeTenant("never-was", closure("never-was"), Vendor.newKey())).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> Vendor.art().staff(Vendor.EVERYTHING).visitor().tenants().closeTenant(key, closure(key), Vendor.newKey())).status()).as("no tenant's business").isIn(403, 404);
        assertThat(operator.exportTenant(key)).exists();

        Tenant closed = operator.closeTenant(key, closure(key), Vendor.newKey());
        assertThat(closed.getState()).isEqualTo(Tenant.StateEnum.CLOSED);
        assertThat(closed.getHosts()).isEmpty();
        JsonNode claims = verified(closed.getCertificate());
        assertThat(claims.path("tenant").asText()).isEqualTo(key);
        assertThat(claims.path("aud").toString()).contains("closure-certificate");
        assertThat(claims.path("destroyed").path("tenantKeys").asLong()).isEqualTo(1);
        assertThat(claims.path("destroyed").path("personKeys").asLong()).isPositive();
        assertThat(count("select count(*) from desk_keys.person_key where tenant_id = ? and wrapped is not null", before.getId())).isZero();
        assertThat(count("select count(*) from desk_keys.tenant_key where tenant_id = ? and keyset is not null", before.getId())).isZero();
        assertThat(count("select count(*) from desk.due_work where tenant_id = ?", before.getId())).isZero();
        assertThat(count("select count(*) from desk.journal_entry where tenant_id = ? and action = 'tenant.closed'", before.getId())).isEqualTo(1);

        assertThat(vendor.guest().send("GET", "/api/v1/catalogue", null).status()).as("its host leads nowhere").isEqualTo(404);
        assertThat(Refusal.of(() -> operator.exportTenant(key)).status()).isEqualTo(409);
        assertThat(Refusal.of(() -> operator.closeTenant(key, closure(key), Vendor.newKey())).status()).isEqualTo(409);
        assertThat(Refusal.of(() -> operator.changeTenant(key, new TenantChange().state(TenantChange.StateEnum.ACTIVE).reason("Come back"), "\"" + closed.getVersion() + "\"")).status()).isEqualTo(409);
        assertThat(Refusal.of(folder::apply).detail()).contains("left for ever");
        assertThat(operator.getTenant(key)).isEqualTo(closed);
        assertThat(operator.listConfigurations(key).getItems()).as("what needs no key is there").hasSize(1);

        String next = key + "-2";
        Folder.of("art-platform").as(next, key + ".localhost").apply();
        Vendor successor = Vendor.at(next, key + ".localhost");
        assertThat(Drafts.filed(successor, mail, "on the same host").getId()).isNotEqualTo(filed.getId());
        assertThat(Drafts.filed(Vendor.appliance(), mail, "next door").getNumber()).isNotBlank();
    }

    /** The claims of a JWT that the platform's own key has signed. */
    private static JsonNode verified(String token) throws Exception {
        String[] parts = token.split("\\.");
        String pem = Files.readString(Server.common().home().resolve("keys/token-verify-rsa.pem")).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    }
}
