package dev.pledgedesk.ticket.entity;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.TenantRepository;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.TicketFilter;
import dev.pledgedesk.ticket.TicketWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tickets of the tenant of the request. */
@ApplicationScoped
public class TicketRows extends TenantRepository<Ticket> {

    private static final String SOLVED = " where t.tenantId = :tenant and t.solvedBy is not null and t.mergedInto is null and t.solvedAt >= :from and t.solvedAt < :until";

    private static final String ROW = "select new dev.pledgedesk.ticket.entity.TicketRow(t.id, t.number, t.type, t.category, t.status,"
            + " t.statusCategory, t.priority, t.channel, t.subject, t.requesterId, t.assigneeId, t.team, t.department, t.tagList, t.createdAt,"
            + " t.updatedAt, t.version, t.externalId) from Ticket t where t.tenantId = :tenant";

    /** For the proxy. */
    protected TicketRows() {
        this(null, null);
    }

    @Inject
    public TicketRows(EntityManager entities, TenantContext context) {
        super(Ticket.class, entities, context);
    }

    public Optional<Ticket> byNumber(String number) {
        return entities().createQuery("select t from Ticket t where t.tenantId = :tenant and t.number = :number", Ticket.class)
                .setParameter("tenant", tenant()).setParameter("number", number).getResultStream().findFirst();
    }

    /** Whether the system that tickets came from has given us the one of that name already. */
    public boolean isKnown(String externalId) {
        return !entities().createQuery("select t.id from Ticket t where t.tenantId = :tenant and t.externalId = :externalId", UUID.class)
                .setParameter("tenant", tenant()).setParameter("externalId", externalId).setMaxResults(1).getResultList().isEmpty();
    }

    /** Those of a customer that are neither solved nor closed. */
    public List<Ticket> openOf(UUID customer) {
        return entities().createQuery("select t from Ticket t where t.tenantId = :tenant and t.requesterId = :customer and t.statusCategory not in ('solved', 'closed') order by t.id", Ticket.class)
                .setParameter("tenant", tenant()).setParameter("customer", customer).getResultList();
    }

    /** Numbers by id. */
    public Map<UUID, String> numbers(Collection<UUID> ids) {
        Map<UUID, String> numbers = new LinkedHashMap<>();
        rows(ids).forEach(r -> numbers.put(r.id(), r.number()));
        return numbers;
    }

    /** The rows of these ids, newest first. */
    public List<TicketRow> rows(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : entities().createQuery(ROW + " and t.id in :ids order by t.id desc", TicketRow.class)
                .setParameter("tenant", tenant()).setParameter("ids", ids).getResultList();
    }

    /** Tickets that were filed in a time, of some types or of all (empty), in the order of their ids, from the one after {@code after} on. */
    public List<Ticket> filedBetween(UUID after, Collection<String> types, Instant from, Instant until, int atMost) {
        var query = entities().createQuery("select t from Ticket t where t.tenantId = :tenant and t.id > :after and t.createdAt >= :from and t.createdAt < :until"
                + (types.isEmpty() ? "" : " and t.type in :types") + " order by t.id", Ticket.class).setParameter("tenant", tenant()).setParameter("after", after)
                .setParameter("from", from).setParameter("until", until).setMaxResults(atMost);
        return (types.isEmpty() ? query : query.setParameter("types", types)).getResultList();
    }

    /** How many were solved in a half-open time, by whose they were then; those that go on in another one are left out. */
    public Map<UUID, Long> solvedBy(Instant from, Instant until) {
        Map<UUID, Long> solved = new HashMap<>();
        entities().createQuery("select t.solvedBy, count(t) from Ticket t" + SOLVED + " group by t.solvedBy", Object[].class).setParameter("tenant", tenant()).setParameter("from", from)
                .setParameter("until", until).getResultList().forEach(row -> solved.put((UUID) row[0], (Long) row[1]));
        return solved;
    }

    /** Those, in no order; of some types, or of all if none is named. */
    public List<TicketWork.Done> done(Instant from, Instant until, Collection<String> types) {
        var query = entities().createQuery("select t.id, t.solvedBy from Ticket t" + SOLVED + (types.isEmpty() ? "" : " and t.type in :types"), Object[].class).setParameter("tenant", tenant())
                .setParameter("from", from).setParameter("until", until);
        return (types.isEmpty() ? query : query.setParameter("types", types)).getResultList().stream().map(row -> new TicketWork.Done((UUID) row[0], (UUID) row[1])).toList();
    }

    /** Those that were solved then, by whomever, with whose request they are. */
    public List<TicketWork.Served> served(Instant from, Instant until, Collection<String> types) {
        var query = entities().createQuery("select t.id, t.requesterId from Ticket t where t.tenantId = :tenant and t.mergedInto is null and t.solvedAt >= :from and t.solvedAt < :until"
                + (types.isEmpty() ? "" : " and t.type in :types"), Object[].class).setParameter("tenant", tenant()).setParameter("from", from).setParameter("until", until);
        return (types.isEmpty() ? query : query.setParameter("types", types)).getResultList().stream().map(row -> new TicketWork.Served((UUID) row[0], (UUID) row[1])).toList();
    }

    /** When some were solved, by id. */
    public Map<UUID, Instant> solvedAt(Collection<UUID> ids) {
        Map<UUID, Instant> solved = new HashMap<>();
        portions(ids).forEach(some -> entities().createQuery("select t.id, t.solvedAt from Ticket t where t.tenantId = :tenant and t.id in :ids and t.solvedAt is not null", Object[].class)
                .setParameter("tenant", tenant()).setParameter("ids", some).getResultList().forEach(row -> solved.put((UUID) row[0], (Instant) row[1])));
        return solved;
    }

    /** A page of the tickets that pass the filter, its words aside. */
    public Page<TicketRow> page(TicketFilter filter, PageRequest request) {
        return page(filter, request, null);
    }

    /** As {@link #page(TicketFilter, PageRequest)}, but only of these ids; null for all. */
    public Page<TicketRow> page(TicketFilter filter, PageRequest request, Collection<UUID> among) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder();
        if (among != null) {
            where.append(" and t.id in :among");
            parameters.put("among", among);
        }
        equal(where, parameters, "status", filter.status());
        equal(where, parameters, "type", filter.type());
        equal(where, parameters, "category", filter.category());
        equal(where, parameters, "priority", filter.priority() == null ? null : filter.priority().key());
        equal(where, parameters, "team", filter.team());
        equal(where, parameters, "department", filter.department());
        equal(where, parameters, "assigneeId", filter.assignee());
        equal(where, parameters, "requesterId", filter.requester());
        equal(where, parameters, "externalId", filter.externalId());
        if (!filter.categories().isEmpty()) {
            where.append(" and t.statusCategory in :categories");
            parameters.put("categories", filter.categories().stream().map(StatusCategory::key).toList());
        }
        if (filter.unassigned()) {
            where.append(" and t.assigneeId is null");
        }
        if (filter.tag() != null) {
            where.append(" and function('jsonb_exists', t.tagTokens, :tag) = true");
            parameters.put("tag", filter.tag());
        }
        boolean descending = filter.order().descending();
        String than = descending ? " < " : " > ";
        Cursor after = Cursor.read(request.after(), filter.order().byUpdate());
        if (after != null && after.at() != null) {
            where.append(" and (t.updatedAt").append(than).append(":at or (t.updatedAt = :at and t.id").append(than).append(":after))");
            parameters.put("at", after.at());
            parameters.put("after", after.id());
        } else if (after != null) {
            where.append(" and t.id").append(than).append(":after");
            parameters.put("after", after.id());
        }
        String direction = descending ? " desc" : "";
        where.append(" order by ").append(filter.order().byUpdate() ? "t.updatedAt" + direction + ", " : "").append("t.id").append(direction);
        var query = entities().createQuery(ROW + where, TicketRow.class).setParameter("tenant", tenant()).setMaxResults(request.size() + 1);
        parameters.forEach(query::setParameter);
        return Page.of(query.getResultList(), request.size(), row -> Cursor.of(row, filter.order().byUpdate()));
    }

    private static void equal(StringBuilder where, Map<String, Object> parameters, String property, Object value) {
        if (value != null) {
            where.append(" and t.").append(property).append(" = :").append(property);
            parameters.put(property, value);
        }
    }

    /** Where a page ended: the id, and the time of the last update if that orders the list. */
    private record Cursor(Instant at, UUID id) {

        static String of(TicketRow row, boolean byUpdate) {
            return byUpdate ? ChronoUnit.MICROS.between(Instant.EPOCH, row.updatedAt()) + "_" + row.id() : row.id().toString();
        }

        /** Null where the list starts; a cursor that is none of ours starts it again. */
        static Cursor read(String text, boolean byUpdate) {
            if (text == null) {
                return null;
            }
            int split = text.indexOf('_');
            UUID id = Ids.parse(text.substring(split + 1)).orElse(null);
            if (id == null || byUpdate != split > 0) {
                return null;
            }
            try {
                return new Cursor(byUpdate ? Instant.EPOCH.plus(Long.parseLong(text.substring(0, split)), ChronoUnit.MICROS) : null, id);
            } catch (NumberFormatException | java.time.DateTimeException notOurs) {
                return null;
            }
        }
    }
}
