package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.ApiClients;
import dev.pledgedesk.identity.entity.ApiClientRecord;
import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The tenant's own programs, which use the API with a secret. */
@ApplicationScoped
public class Clients {

    /** A program and the roles it has. */
    public record Client(UUID id, String name, List<String> roles, Instant createdAt) {
    }

    /** A new program with the secret that is told this once. */
    public record Fresh(Client client, String secret) {
    }

    @Inject
    ApiClients clients;

    @Inject
    Caller caller;

    /** All that were not removed. */
    public List<Client> all() {
        caller.require(Permission.CLIENT_MANAGE);
        return clients.all().stream().map(Clients::client).toList();
    }

    /** Adds one; its roles must be in the configuration. */
    public Fresh add(String name, List<String> roles) {
        caller.require(Permission.CLIENT_MANAGE);
        ApiClients.Fresh fresh = clients.add(name, roles);
        return new Fresh(client(fresh.client()), fresh.secret());
    }

    /** Removes one and ends its sessions. */
    public void remove(UUID id) {
        caller.require(Permission.CLIENT_MANAGE);
        clients.remove(id);
    }

    private static Client client(ApiClientRecord c) {
        return new Client(c.id(), c.name(), c.roles(), c.createdAt());
    }
}
