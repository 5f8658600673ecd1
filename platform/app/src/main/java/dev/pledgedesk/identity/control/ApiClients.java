package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.entity.ApiClientRecord;
import dev.pledgedesk.identity.entity.ApiClientRecords;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tenant's own programs and their secrets. */
@ApplicationScoped
@Transactional
public class ApiClients {

    /** A client with the secret that is told this once. */
    public record Fresh(ApiClientRecord client, String secret) {
    }

    @Inject
    ApiClientRecords clients;

    @Inject
    SessionTransactions sessions;

    @Inject
    Tenants tenants;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    DeskClock clock;

    public List<ApiClientRecord> all() {
        return clients.active();
    }

    /** Adds a client; its roles must be in the configuration. */
    public Fresh add(String name, List<String> roles) {
        List<FieldError> errors = roles.stream().filter(r -> tenants.config().role(r).isEmpty())
                .map(r -> new FieldError("/roles", "field.unknown-key", r)).toList();
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
        String secret = "pdk_" + Secrets.token();
        ApiClientRecord client = clients.add(new ApiClientRecord(Ids.next(), name.strip(), Secrets.hashText(secret), roles, clock.now()));
        journal.write(new Journal.Entry(caller.actor(), "client.added", "client", client.id(), Map.of("name", client.name(), "roles", roles)));
        return new Fresh(client, secret);
    }

    /** Removes a client and ends its sessions; one that was removed before is not found. */
    public void remove(UUID id) {
        ApiClientRecord client = clients.find(id).filter(ApiClientRecord::isActive).orElseThrow(Problem::notFound);
        client.remove(clock.now());
        sessions.revokeAll(id);
        journal.write(new Journal.Entry(caller.actor(), "client.removed", "client", id, Map.of()));
    }
}
