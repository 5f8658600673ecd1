package dev.pledgedesk.promise.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What happened to tickets of the tenant of the request, read past the entities: a trial looks at all of them, and at keys and times only. */
@ApplicationScoped
public class PastTickets {

    /** A ticket as it is now, and the group that its customer is in. */
    public record Past(UUID id, String number, String type, String category, String priority, String channel, String group, UUID assigneeId, String team, Instant createdAt) {
    }

    /** Something that happened to one, and what its event says. */
    public record Happened(UUID ticket, String type, Instant at, JsonNode said) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    EntityManager entities;

    @Inject
    TenantContext context;

    /** Tickets that were filed in a time, in the order of their ids, from the one after {@code after} on. */
    @SuppressWarnings("unchecked")
    public List<Past> tickets(Instant from, Instant until, UUID after, int atMost) {
        List<Object[]> rows = entities.createNativeQuery("select t.id, t.number, t.type, t.category, t.priority, t.channel, c.group_key, t.assignee_id, t.team, t.created_at from ticket t join customer c on c.tenant_id = t.tenant_id"
                        + " and c.id = t.requester_id where t.tenant_id = ? and t.id > ? and t.created_at >= ? and t.created_at < ? order by t.id limit ?").setParameter(1, context.tenantId().value()).setParameter(2, after).setParameter(3, Timestamp.from(from))
                .setParameter(4, Timestamp.from(until)).setParameter(5, atMost).getResultList();
        return rows.stream().map(r -> new Past((UUID) r[0], (String) r[1], (String) r[2], (String) r[3], (String) r[4], (String) r[5], (String) r[6], (UUID) r[7], (String) r[8], ((Timestamp) r[9]).toInstant())).toList();
    }

    /** What happened to some tickets, ticket by ticket, in its order. */
    @SuppressWarnings("unchecked")
    public List<Happened> events(Collection<UUID> tickets) {
        List<Object[]> rows = entities.createNativeQuery("select subject_id, type, occurred_at, cast(payload as text) from outbox_event where tenant_id = ? and subject_id = any(cast(? as uuid[]))"
                        + " and type in ('ticket.created', 'ticket.changed', 'ticket.message-added') order by subject_id, id")
                .setParameter(1, context.tenantId().value()).setParameter(2, tickets.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"))).getResultList();
        return rows.stream().map(r -> new Happened((UUID) r[0], (String) r[1], ((Timestamp) r[2]).toInstant(), read((String) r[3]))).toList();
    }

    private static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database writes JSON", impossible);
        }
    }
}
