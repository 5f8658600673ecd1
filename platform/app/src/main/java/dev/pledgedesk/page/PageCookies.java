package dev.pledgedesk.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;

/** The cookies of pages: readable by no script, sent to this site only; on https with the prefix that binds them to host and scheme. */
@ApplicationScoped
public class PageCookies {

    private static final String PREFIX = "__Host-";

    /** Name of the cookie with the session's token. */
    public static final String SESSION = "desk-session";
    /** Name of the cookie the form token is derived from. */
    public static final String FORM = "desk-form";
    /** Name of the cookie with the language that was chosen. */
    public static final String LANGUAGE = "desk-language";

    /** The name a cookie has on this scheme. */
    public String name(String base, UriInfo uri) {
        return secure(uri) ? PREFIX + base : base;
    }

    /** A cookie that lives for a time. */
    public NewCookie make(String base, String value, Duration life, UriInfo uri) {
        return new NewCookie.Builder(name(base, uri)).value(value).path("/").httpOnly(true).secure(secure(uri)).sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) life.toSeconds()).build();
    }

    /** A cookie that takes an earlier one away. */
    public NewCookie drop(String base, UriInfo uri) {
        return make(base, "", Duration.ZERO, uri);
    }

    private static boolean secure(UriInfo uri) {
        return "https".equals(uri.getBaseUri().getScheme());
    }
}
