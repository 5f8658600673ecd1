package dev.pledgedesk.rest;

import dev.pledgedesk.api.model.PageLinks;
import dev.pledgedesk.api.model.PageMeta;
import dev.pledgedesk.kernel.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The frame around the rows of a list: whether there is more, and the address of it. */
@RequestScoped
public class Paging {

    @Context
    UriInfo uri;

    public PageMeta meta(Page<?> page) {
        return new PageMeta().hasMore(page.hasMore());
    }

    /** Null on the last page. */
    public PageLinks links(Page<?> page) {
        if (!page.hasMore()) {
            return null;
        }
        var next = uri.getRequestUriBuilder().replaceQueryParam("page[after]", page.next().replace("%", "%25")).build();
        return new PageLinks().next(next.getRawPath() + "?" + next.getRawQuery());
    }
}
