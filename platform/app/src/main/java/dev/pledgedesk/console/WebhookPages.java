package dev.pledgedesk.console;

import dev.pledgedesk.eventing.EventFeed;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.webhook.DeliveryState;
import dev.pledgedesk.webhook.DeliveryView;
import dev.pledgedesk.webhook.WebhookView;
import dev.pledgedesk.webhook.Webhooks;
import dev.pledgedesk.webhook.Webhooks.Draft;
import dev.pledgedesk.webhook.Webhooks.Fresh;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Addresses that are told what happens; a secret is shown once, when it is made. */
@RequestScoped
@Path("/console/admin/webhooks")
public class WebhookPages implements PageResource {

    private static final int ROWS = 20;
    private static final String HERE = "/console/admin/webhooks";
    private static final String ONE = HERE + "/";
    private static final String FORM = "webhook";

    /** The list and the form for another one; types are those that can be asked for. */
    public record ListView(List<WebhookView> rows, List<String> types, FormState form) {
    }

    /**
     * One of them.
     *
     * @param secret a new one; null unless it was made just now
     * @param state  of the messages that are shown; null for all
     */
    public record View(WebhookView webhook, String secret, List<DeliveryView> deliveries, String next, boolean first, String state, List<String> types, FormState form) {
    }

    @Inject
    Webhooks webhooks;

    @Inject
    EventFeed feed;

    @Inject
    RequestLanguage language;

    /** All. */
    @GET
    @Allowed(Permission.WEBHOOK_MANAGE)
    public HtmlPage list() {
        return list(FormState.NONE);
    }

    private HtmlPage list(FormState form) {
        return HtmlPage.of("console/webhooks.jte", new ListView(webhooks.all(), feed.types(), form));
    }

    /** Adds one; the answer is the only page that shows its secret. */
    @POST
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Response add(MultivaluedMap<String, String> form) {
        try {
            Fresh fresh = webhooks.add(draft(form));
            return Response.ok(one(fresh.webhook(), fresh.secret(), null, null, FormState.NONE)).build();
        } catch (Problem refused) {
            return Response.status(Forms.status(refused)).entity(list(FormState.refused(FORM, form, refused, language.messages()))).build();
        }
    }

    /** One, with what it was told. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.WEBHOOK_MANAGE)
    public HtmlPage show(@PathParam("id") UUID id, @QueryParam("state") String state, @QueryParam("after") String after) {
        return one(webhooks.get(id), null, DeliveryState.find(state).orElse(null), after, FormState.NONE);
    }

    private HtmlPage one(WebhookView webhook, String secret, DeliveryState state, String after, FormState form) {
        Page<DeliveryView> page = webhooks.deliveries(webhook.id(), state, new PageRequest(ROWS, after));
        return HtmlPage.of("console/webhook.jte", new View(webhook, secret, page.items(), page.next(), after == null, state == null ? null : state.key(), feed.types(), form));
    }

    /** Changes one. */
    @POST
    @Path("/{id}")
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> webhooks.change(id, Forms.version(form), draft(form)), ONE + id, refused -> again(id, form, refused));
    }

    /** Lets one rest, or go on. */
    @POST
    @Path("/{id}/state")
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Response state(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        return Forms.done(() -> webhooks.change(id, null, new Draft(null, null, null, Forms.yes(form, "active"))), ONE + id, refused -> again(id, form, refused));
    }

    /** Takes one away. */
    @POST
    @Path("/{id}/remove")
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Response remove(@PathParam("id") UUID id) {
        webhooks.remove(id);
        return Response.seeOther(Redirects.inside(HERE)).build();
    }

    /** A new secret; the answer is the only page that shows it. */
    @POST
    @Path("/{id}/secret")
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Response renewSecret(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        try {
            // The version of the form: a page that is loaded anew must not renew it once more, or the receiver's would count no longer.
            Fresh fresh = webhooks.renewSecret(id, Forms.version(form));
            return Response.ok(one(fresh.webhook(), fresh.secret(), null, null, FormState.NONE)).build();
        } catch (Problem refused) {
            return Response.status(Forms.status(refused)).entity(again(id, form, refused)).build();
        }
    }

    /** A message about nothing. */
    @POST
    @Path("/{id}/test")
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Response test(@PathParam("id") UUID id) {
        webhooks.test(id);
        return Response.seeOther(Redirects.inside(ONE + id)).build();
    }

    /** A message anew. */
    @POST
    @Path("/{id}/deliveries/{delivery}/replay")
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Response replay(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        webhooks.replay(id, delivery);
        return Response.seeOther(Redirects.inside(ONE + id)).build();
    }

    /** Anew what was given up and is still kept. */
    @POST
    @Path("/{id}/replays")
    @Allowed(Permission.WEBHOOK_MANAGE)
    public Response replayFailed(@PathParam("id") UUID id) {
        webhooks.replayFailed(id, Instant.EPOCH);
        return Response.seeOther(Redirects.inside(ONE + id)).build();
    }

    private HtmlPage again(UUID id, MultivaluedMap<String, String> form, Problem refused) {
        return one(webhooks.get(id), null, null, null, FormState.refused(FORM, form, refused, language.messages()));
    }

    private static Draft draft(MultivaluedMap<String, String> form) {
        return new Draft(Forms.text(form, "name"), Forms.text(form, "address"), Forms.list(Forms.text(form, "types")), null);
    }
}
