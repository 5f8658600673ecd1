package dev.pledgedesk.web;

import dev.pledgedesk.audit.RequestTrace;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;

/** Names the request and finds its language; the first thing that happens. */
@Provider
@PreMatching
@Priority(FilterOrder.REQUEST)
public class RequestFilter implements ContainerRequestFilter {

    @Context
    HttpServletRequest connection;

    @Inject
    ClientAddress clientAddress;

    @Inject
    RequestTrace trace;

    @Inject
    RequestLanguage language;

    @Override
    public void filter(ContainerRequestContext request) {
        trace.begin(UUID.randomUUID().toString(), clientAddress.of(connection.getRemoteAddr(), request.getHeaderString("X-Forwarded-For")),
                request.getHeaderString("User-Agent"));
        if ("https".equals(request.getHeaderString("X-Forwarded-Proto")) && clientAddress.isTrusted(connection.getRemoteAddr())) {
            request.setRequestUri(secure(request.getUriInfo().getBaseUri()), secure(request.getUriInfo().getRequestUri()));
        }
        for (Locale wish : request.getAcceptableLanguages()) {
            if (Messages.LOCALES.stream().anyMatch(l -> l.getLanguage().equals(wish.getLanguage()))) {
                language.speak(Messages.in(wish).locale());
                return;
            }
        }
    }

    /** As the browser sees it: cookies and redirects depend on the scheme. */
    private static URI secure(URI address) {
        String text = address.toString();
        return text.startsWith("http:") ? URI.create("https:" + text.substring(5)) : address;
    }
}
