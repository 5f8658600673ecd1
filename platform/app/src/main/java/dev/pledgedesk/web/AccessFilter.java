package dev.pledgedesk.web;

import dev.pledgedesk.audit.RequestTrace;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * One line for every request, and one count: what was done, not to whom. Addresses hold secrets and what people search for, so the line names the
 * operation; who asked stands there by kind and id.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR}, asyncSupported = true)
public class AccessFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger("dev.pledgedesk.access");
    private static final String TOLD = "pledgedesk.access-told";
    private static final int LONGEST_METHOD = 8;

    @Inject
    private transient RequestTrace trace;

    @Inject
    private transient TenantContext tenant;

    @Inject
    private transient Caller caller;

    @Inject
    private transient RequestMetrics metrics;

    @Inject
    private transient DeskClock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Instant begin = clock.now();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            if (request.getAttribute(TOLD) == null) {
                request.setAttribute(TOLD, true);
                tell(request, answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR, Duration.between(begin, clock.now()));
            }
        }
    }

    private void tell(HttpServletRequest request, int status, Duration took) {
        String operation = request.getAttribute(OperationFilter.PROPERTY) instanceof String name ? name : OperationFilter.ofServer(request.getRequestURI());
        metrics.count(operation, status, took);
        if (!LOG.isLoggable(Level.INFO)) {
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("method", request.getMethod().length() > LONGEST_METHOD ? "-" : request.getMethod());
        facts.put("operation", operation);
        facts.put("status", status);
        facts.put("ms", took.toNanos() / 1000 / 1000.0);
        facts.put("request", trace.requestId() == null ? UUID.randomUUID().toString() : trace.requestId());
        if (tenant.hasTenant()) {
            facts.put("tenant", tenant.tenantId().toString());
        }
        facts.put("caller", caller.actor());
        var line = new LogRecord(Level.INFO, "request");
        line.setLoggerName(LOG.getName());
        line.setParameters(new Object[] {facts});
        LOG.log(line);
    }
}
