package dev.pledgedesk.page;

import dev.pledgedesk.kernel.Everywhere;
import dev.pledgedesk.kernel.Public;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;

/** Remembers the language a visitor has chosen. */
@RequestScoped
@Path("/language")
public class LanguageChoice {

    @Inject
    PageCookies cookies;

    @Context
    UriInfo uri;

    /** Sets the language and goes back. */
    @POST
    @Public
    @Everywhere
    public Response choose(@FormParam("language") String language, @FormParam("back") String back) {
        String tag = "zh-CN".equals(language) ? "zh-CN" : "en";
        return Response.seeOther(Redirects.inside(back)).cookie(cookies.make(PageCookies.LANGUAGE, tag, Duration.ofDays(365), uri)).build();
    }
}
