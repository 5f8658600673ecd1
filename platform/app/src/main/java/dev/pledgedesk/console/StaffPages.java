package dev.pledgedesk.console;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffDraft;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The tenant's staff: who works here, with which roles and in which teams. */
@RequestScoped
@Path("/console/admin/staff")
public class StaffPages implements PageResource {

    private static final int ROWS = 50;
    private static final String LOGIN = "^[a-z0-9][a-z0-9._-]{1,58}$";

    /** The list. */
    public record ListView(Names names, List<StaffView> rows, String next, boolean first) {
    }

    /**
     * One member.
     *
     * @param member null while he is new
     */
    public record MemberView(Names names, StaffView member, FormState form) {

        /** Whether a role or team is ticked. */
        public boolean ticked(String field, String key) {
            if (form.is("member")) {
                return List.of(form.value("member", "all." + field, "").split(" ")).contains(key);
            }
            return member != null && (field.equals("roles") ? member.roles() : member.teams()).contains(key);
        }
    }

    @Inject
    Staff staff;

    @Inject
    Names names;

    @Inject
    RequestLanguage language;

    /** By sign-in name. */
    @GET
    @Allowed(Permission.STAFF_READ)
    public HtmlPage list(@QueryParam("after") String after) {
        Page<StaffView> page = staff.page(new PageRequest(ROWS, after));
        return HtmlPage.of("console/staff.jte", new ListView(names, page.items(), page.next(), after == null));
    }

    /** The form for somebody new. */
    @GET
    @Path("/new")
    @Allowed(Permission.STAFF_MANAGE)
    public HtmlPage blank() {
        return HtmlPage.of("console/member.jte", new MemberView(names, null, FormState.NONE));
    }

    /** Adds somebody. */
    @POST
    @Path("/new")
    @Allowed(Permission.STAFF_MANAGE)
    public Response add(MultivaluedMap<String, String> form) {
        try {
            String login = Forms.text(form, "login").toLowerCase(java.util.Locale.ROOT);
            if (!login.matches(LOGIN)) {
                throw Problem.invalid(new FieldError("/login", login.isEmpty() ? "field.required" : "field.pattern"));
            }
            needed(form, "name");
            needed(form, "password");
            needed(form, "roles");
            staff.add(new StaffDraft(login, Forms.text(form, "name"), Forms.orNull(form, "email"), form.getFirst("password"), null, Forms.orNull(form, "locale"),
                    Forms.orNull(form, "department"), form.get("roles"), form.get("teams")));
            return Response.seeOther(Redirects.inside("/console/admin/staff")).build();
        } catch (Problem refused) {
            return again(null, form, refused);
        }
    }

    /** The form for a member. */
    @GET
    @Path("/{id}")
    @Allowed(Permission.STAFF_MANAGE)
    public HtmlPage member(@PathParam("id") UUID id) {
        return HtmlPage.of("console/member.jte", new MemberView(names, staff.get(id), FormState.NONE));
    }

    /** Changes a member; other roles, a new password and disabling end his sessions. */
    @POST
    @Path("/{id}")
    @Allowed(Permission.STAFF_MANAGE)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
        try {
            needed(form, "name");
            needed(form, "roles");
            String password = form.getFirst("password");
            staff.change(id, Forms.version(form), new StaffDraft(null, Forms.text(form, "name"), Forms.text(form, "email"),
                    password == null || password.isEmpty() ? null : password, form.containsKey("active"), Forms.text(form, "locale"), Forms.text(form, "department"),
                    form.get("roles"), form.getOrDefault("teams", List.of())));
            return Response.seeOther(Redirects.inside("/console/admin/staff")).build();
        } catch (Problem refused) {
            return again(staff.get(id), form, refused);
        }
    }

    private static void needed(MultivaluedMap<String, String> form, String name) {
        if (Forms.text(form, name).isEmpty()) {
            throw Problem.invalid(new FieldError("/" + name, "field.required"));
        }
    }

    private Response again(StaffView member, MultivaluedMap<String, String> form, Problem refused) {
        int code = Forms.status(refused);
        form.putSingle("all.roles", String.join(" ", form.getOrDefault("roles", List.of())));
        form.putSingle("all.teams", String.join(" ", form.getOrDefault("teams", List.of())));
        form.remove("password");
        return Response.status(code).entity(HtmlPage.of("console/member.jte",
                new MemberView(names, member, FormState.refused("member", form, refused, language.messages())))).build();
    }
}
