package dev.pledgedesk.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Redirects;
import dev.pledgedesk.page.UploadForm;
import dev.pledgedesk.plugin.ExtensionSettings;
import dev.pledgedesk.plugin.ExtensionSettings.Used;
import dev.pledgedesk.plugin.ExtensionView;
import dev.pledgedesk.plugin.FailureView;
import dev.pledgedesk.plugin.SettingView;
import dev.pledgedesk.plugin.TenantExtensions;
import dev.pledgedesk.plugin.TenantExtensions.Kept;
import dev.pledgedesk.plugin.TenantExtensions.Offered;
import dev.pledgedesk.tenancy.PluginSection.Extension;
import dev.pledgedesk.tenancy.PluginSection.Settings;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What of plugins the tenant has switched on, how it does, and what the server offers. */
@RequestScoped
@Path("/console/admin/plugins")
public class ExtensionPages implements PageResource {

    private static final int ROWS = 20;
    private static final String HERE = "/console/admin/plugins";
    private static final Pattern SETTING = Pattern.compile("^/plugins/\\d+/extensions/\\d+/settings/([^/]+).*$");
    private static final Pattern SETTING_NAME = Pattern.compile("^/[^/]+$");

    /** Extensions, what plugins keep, failures, offers and what is used of them; the form that was sent last, named after what it is about. */
    public record View(List<ExtensionView> extensions, List<Kept> kept, List<FailureView> failures, String next, boolean first, List<Offered> offers, Used used, FormState form) {

        /** Settings of an offer as they are used; an empty object if it is not. */
        public JsonNode settings(Offered offer) {
            return used.extension(offer.plugin(), offer.offer().id()).map(e -> e.settings().values()).orElse(JsonNodeFactory.instance.objectNode());
        }

        public boolean isUsed(Offered offer) {
            return used.extension(offer.plugin(), offer.offer().id()).isPresent();
        }

        /** The configuration's file, to be kept where the others are. */
        public String file() {
            return used.plugins().isEmpty() ? null : ExtensionSettings.text(used.plugins());
        }
    }

    @Inject
    TenantExtensions extensions;

    @Inject
    ExtensionSettings settings;

    @Inject
    RequestLanguage language;

    /** All of it; failures the newest first. */
    @GET
    @Allowed(Permission.PLUGIN_MANAGE)
    public HtmlPage show(@QueryParam("after") String after) {
        return page(after, FormState.NONE);
    }

    private HtmlPage page(String after, FormState form) {
        List<ExtensionView> all = extensions.all();
        Page<FailureView> failures = extensions.failures(new PageRequest(ROWS, after));
        List<Kept> kept = all.stream().map(e -> e.ref().plugin()).distinct().flatMap(plugin -> kept(plugin).stream()).toList();
        return HtmlPage.of("console/plugins.jte", new View(all, kept, failures.items(), failures.next(), after == null, extensions.offers(), settings.now(), form));
    }

    private Optional<Kept> kept(String plugin) {
        try {
            return Optional.of(extensions.kept(plugin)).filter(k -> k.entries() > 0);
        } catch (Problem nothingYet) {
            return Optional.empty();
        }
    }

    /** Switches one on, or gives it other settings. */
    @POST
    @Path("/{plugin}/{use}/settings")
    @Allowed(Permission.PLUGIN_MANAGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response use(@PathParam("plugin") String plugin, @PathParam("use") String use, MultivaluedMap<String, String> form) {
        return use(plugin, use, form, known -> SettingsForm.settings(known, form));
    }

    /** The same, with tables of the vendor's as files. */
    @POST
    @Path("/{plugin}/{use}/settings")
    @Allowed(Permission.PLUGIN_MANAGE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response useTables(@PathParam("plugin") String plugin, @PathParam("use") String use, List<EntityPart> parts) {
        UploadForm files = UploadForm.of(parts);
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        files.startingWith("").forEach(form::putSingle);
        return use(plugin, use, form, known -> SettingsForm.settings(known, form, files));
    }

    private Response use(String plugin, String use, MultivaluedMap<String, String> form, Function<List<SettingView>, ObjectNode> read) {
        Offered offer = extensions.offers().stream().filter(o -> o.plugin().equals(plugin) && o.offer().id().equals(use)).findFirst().orElseThrow(Problem::notFound);
        return done(plugin + "/" + use, form, () -> settings.use(plugin, new Extension(use, new Settings(read.apply(offer.offer().settings()))), Forms.version(form)));
    }

    /** Switches one off. */
    @POST
    @Path("/{plugin}/{use}/off")
    @Allowed(Permission.PLUGIN_MANAGE)
    public Response leave(@PathParam("plugin") String plugin, @PathParam("use") String use, MultivaluedMap<String, String> form) {
        return done(plugin + "/" + use, form, () -> settings.leave(plugin, use, Forms.version(form)));
    }

    /** Runs one version of a plugin, or the newest. */
    @POST
    @Path("/{plugin}/version")
    @Allowed(Permission.PLUGIN_MANAGE)
    public Response pin(@PathParam("plugin") String plugin, MultivaluedMap<String, String> form) {
        return done(plugin, form, () -> settings.pin(plugin, Forms.orNull(form, "pinned"), Forms.version(form)));
    }

    private Response done(String about, MultivaluedMap<String, String> form, Runnable deed) {
        return Forms.done(deed, HERE, refused -> page(null, FormState.refused(about, form, inForm(refused), language.messages())));
    }

    /** What is wrong with the file, by the field of the form that it was written in; what is about something else stands above the form. */
    private static Problem inForm(Problem refused) {
        if (refused.errors().isEmpty()) {
            return refused;
        }
        List<FieldError> errors = refused.errors().stream().map(e -> new FieldError(SETTING.matcher(e.pointer()).replaceFirst("/" + SettingsForm.PREFIX + "$1"), e.message(), e.arguments().toArray())).toList();
        FieldError first = errors.get(0);
        return SETTING_NAME.matcher(first.pointer()).matches() ? Problem.unprocessable(errors) : Problem.of(Problem.Kind.UNPROCESSABLE, first.message(), first.arguments().toArray());
    }

    /** Has one called again. */
    @POST
    @Path("/{plugin}/{use}/release")
    @Allowed(Permission.PLUGIN_MANAGE)
    public Response release(@PathParam("plugin") String plugin, @PathParam("use") String use) {
        extensions.release(plugin, use);
        return Response.seeOther(Redirects.inside(HERE)).build();
    }

    /** Empties what a plugin keeps. */
    @POST
    @Path("/{plugin}/emptied")
    @Allowed(Permission.PLUGIN_MANAGE)
    public Response empty(@PathParam("plugin") String plugin) {
        extensions.empty(plugin);
        return Response.seeOther(Redirects.inside(HERE)).build();
    }
}
