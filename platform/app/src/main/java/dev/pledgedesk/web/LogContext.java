package dev.pledgedesk.web;

import dev.pledgedesk.audit.RequestTrace;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Says with every record of the log in whose request it was written: asked by the log's handlers on the writing thread, answered from the scope of that
 * request or piece of work. The facts travel as a last parameter of the record, which the format knows by its type.
 */
@ApplicationScoped
public class LogContext implements Filter {

    @Inject
    BeanManager beans;

    @Inject
    RequestTrace trace;

    @Inject
    TenantContext tenant;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(this);
        }
    }

    @PreDestroy
    void stop() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(null);
        }
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        Object[] given = entry.getParameters() == null ? new Object[0] : entry.getParameters();
        if ((given.length == 0 || !(given[given.length - 1] instanceof Map)) && inScope()) {
            Object[] more = Arrays.copyOf(given, given.length + 1);
            more[given.length] = facts();
            entry.setParameters(more);
        }
        return true;
    }

    private boolean inScope() {
        try {
            return beans.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException | IllegalStateException none) {
            return false;
        }
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (trace.requestId() != null) {
            facts.put("request", trace.requestId());
        }
        if (tenant.hasTenant()) {
            facts.put("tenant", tenant.tenantId().toString());
        }
        return facts;
    }
}
