package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.control.Configurations;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.TicketFiling;
import dev.pledgedesk.ticket.TicketFilter;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.Server;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page of the ticket list asks of the database: as many statements for many rows as for few, and never a body. */
@ExtendWith(ArquillianExtension.class)
class TicketListIT {

    private static final Caller.Identity AGENT = new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(),
            EnumSet.of(Permission.TICKET_READ, Permission.TICKET_CREATE), null, null);

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Inject
    private Configurations configurations;

    @Inject
    private TenantDesk tenants;

    @Inject
    private TenantScope scope;

    @Inject
    private Caller caller;

    @Inject
    private TicketFiling filing;

    @Inject
    private TicketReading reading;

    @Inject
    private EntityManager entities;

    @Test
    void aPageTakesTwoStatementsHoweverManyRows() {
        TenantId tenant = SmallDesk.configured(configurations, tenants, "list-of-two");
        List<String> few = statements(tenant, 2);
        List<String> many = statements(tenant, 30);
        assertThat(few).as("rows, and the names of their requesters").hasSize(2);
        assertThat(many).hasSameSizeAs(few);
        assertThat(many).noneMatch(sql -> sql.toLowerCase(java.util.Locale.ROOT).contains("body") || sql.toLowerCase(java.util.Locale.ROOT).contains(" message"));
    }

    @Test
    void aSearchTakesFiveStatementsHoweverManyHits() {
        TenantId tenant = SmallDesk.configured(configurations, tenants, "search-of-three");
        file(tenant, 25);
        List<String> heard = listening(tenant, () -> assertThat(reading.page(searching("heater"), PageRequest.first(20)).items()).hasSize(20));
        assertThat(heard).as("number, how to plan, index, rows, names").hasSize(5);
    }

    private List<String> statements(TenantId tenant, int tickets) {
        file(tenant, tickets);
        return listening(tenant, () -> assertThat(reading.page(TicketFilter.all(null), PageRequest.first(100)).items()).hasSizeGreaterThanOrEqualTo(tickets));
    }

    private static TicketFilter searching(String words) {
        return new TicketFilter(words, null, List.of(), null, null, null, null, null, null, false, null, null, null, null);
    }

    private void file(TenantId tenant, int tickets) {
        scope.run(tenant, () -> {
            caller.identify(AGENT);
            for (int i = 0; i < tickets; i++) {
                filing.file(new NewTicket("question", null, "The heater is cold", "Since this morning.", null, null,
                        new Requester(null, "Guest", UUID.randomUUID() + "@example.com", null, null), Map.of(), List.of(), List.of(), null));
            }
        });
    }

    private List<String> listening(TenantId tenant, Runnable work) {
        List<String> heard = new CopyOnWriteArrayList<>();
        AtomicReference<Thread> asking = new AtomicReference<>();
        SessionEventAdapter ear = new SessionEventAdapter() {
            @Override
            public void preExecuteCall(SessionEvent event) {
                // Workers of the same server ask on their own account, on their own threads.
                if (Thread.currentThread() == asking.get() && event.getCall() instanceof DatabaseCall call) {
                    heard.add(call.getSQLString());
                }
            }
        };
        Server session = JpaHelper.getServerSession(entities.getEntityManagerFactory());
        scope.run(tenant, () -> {
            caller.identify(AGENT);
            asking.set(Thread.currentThread());
            session.getEventManager().addListener(ear);
            try {
                work.run();
            } finally {
                session.getEventManager().removeListener(ear);
            }
        });
        // Background work, mails for example, may have fetched the keys already.
        assertThat(heard.stream().filter(sql -> sql.contains("desk_keys")).toList()).as("keys of all persons at once").hasSizeLessThanOrEqualTo(1);
        return heard.stream().filter(sql -> !sql.contains("desk_keys")).toList();
    }
}
