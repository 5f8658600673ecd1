package dev.pledgedesk.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Answers {@code /metrics} in the text format of Prometheus: on the operator's host, to the operator's token or to the one that may do nothing else. The
 * server's own endpoint of that name is switched off, it would answer everybody on every tenant's host.
 */
@WebFilter("/metrics")
public class MetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> GROUPS = Set.of("operator", "metrics");

    @Inject
    private transient Metrics metrics;

    @Inject
    @ConfigProperty(name = "pledgedesk.operator.host", defaultValue = "localhost")
    private String operatorHost;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        String host = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        boolean operators = host.equals(operatorHost) || host.equals("127.0.0.1") || host.equals("[::1]");
        if (!operators || !"GET".equals(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!(request.getUserPrincipal() instanceof JsonWebToken token) || token.getGroups().stream().noneMatch(GROUPS::contains)
                || token.claim("tenant").isPresent()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setContentType("text/plain;version=0.0.4;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(metrics.text().getBytes(StandardCharsets.UTF_8));
    }
}
