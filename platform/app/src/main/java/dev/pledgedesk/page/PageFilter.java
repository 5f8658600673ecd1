package dev.pledgedesk.page;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerAccess;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantContext;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every page needs: its caller by the cookie, its language by choice, tenant and browser, the check against forged forms, and the headers that keep
 * foreign script and frames out.
 */
@Provider
@Priority(300)
public class PageFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Inject
    PageCookies cookies;

    @Inject
    FormToken formToken;

    @Inject
    CurrentPage currentPage;

    @Inject
    CallerAccess access;

    @Inject
    Caller caller;

    @Inject
    TenantContext context;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    /** Most bytes of a form with all its files; some more than as many files as one message may have, each of the most bytes. */
    @Inject
    @ConfigProperty(name = "pledgedesk.form.max-bytes", defaultValue = "272629760")
    long mostFormBytes;

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        currentPage.open("/" + uri.getPath().replaceFirst("^/", ""), uri.getRequestUri().getRawQuery(), request.getHeaderString("HX-Request") != null);
        if (!context.hasTenant() && uri.getPath().replace("/", "").isEmpty()) {
            request.abortWith(Response.seeOther(URI.create("/operator")).build());
            return;
        }
        chooseLanguage(request);
        formToken.begin(cookie(request, PageCookies.FORM).orElse(null));
        cookie(request, PageCookies.SESSION).flatMap(access::ofCookie).ifPresent(caller::identify);
        if (!SAFE.contains(request.getMethod())) {
            refuseFlood(request);
            String given = Optional.ofNullable(request.getHeaderString(FormToken.HEADER)).orElseGet(() -> uri.getQueryParameters().getFirst(FormToken.PARAMETER));
            if (!formToken.matches(given)) {
                throw Problem.of(Problem.Kind.DENIED, "problem.form-token");
            }
        }
    }

    /** A form's files are spooled before any page sees them, so a body that is too long, or does not say how long it is, is refused unread. */
    private void refuseFlood(ContainerRequestContext request) {
        String length = request.getHeaderString("Content-Length");
        boolean measured = length != null && length.matches("[0-9]{1,15}");
        if (measured ? Long.parseLong(length) > mostFormBytes : request.hasEntity()) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "page.form-too-large", mostFormBytes / (1024 * 1024));
        }
    }

    private void chooseLanguage(ContainerRequestContext request) {
        Optional<String> chosen = cookie(request, PageCookies.LANGUAGE);
        if (context.hasTenant()) {
            List<String> offered = tenants.config().tenant().locales();
            String wish = chosen.orElse(request.getAcceptableLanguages().stream().map(Locale::getLanguage)
                    .flatMap(l -> offered.stream().filter(o -> Locale.forLanguageTag(o).getLanguage().equals(l))).findFirst().orElse(offered.get(0)));
            language.speak(Messages.in(offered.contains(wish) ? wish : offered.get(0)).locale());
        } else {
            chosen.ifPresent(tag -> language.speak(Messages.in(tag).locale()));
        }
    }

    private Optional<String> cookie(ContainerRequestContext request, String base) {
        return Optional.ofNullable(request.getCookies().get(cookies.name(base, request.getUriInfo()))).map(Cookie::getValue).filter(v -> !v.isEmpty());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "same-origin");
        headers.putIfAbsent("Content-Security-Policy", List.of(POLICY));
        headers.putIfAbsent("Cache-Control", List.of("no-store"));
        if (formToken.isFresh() && formToken.secret() != null && response.getEntity() instanceof HtmlPage) {
            headers.add("Set-Cookie", cookies.make(PageCookies.FORM, formToken.secret(), Duration.ofDays(30), request.getUriInfo()));
        }
    }
}
