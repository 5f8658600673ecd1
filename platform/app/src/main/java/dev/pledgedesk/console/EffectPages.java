package dev.pledgedesk.console;

import dev.pledgedesk.appraisal.TrainingEffect;
import dev.pledgedesk.appraisal.TrainingEffects;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Estimate;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.RequestLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether a course has changed anything. */
@RequestScoped
@Path("/console/training/effect")
public class EffectPages implements PageResource {

    private static final int YEAR = 365;
    private static final int DAYS = 60;

    /** What is asked, and the answer; {@code effect} is null before anything is. */
    public record View(TrainingEffect effect, List<Names.Choice> courses, String from, String to, int days, Actors.Known actors, Names names, FormState form) {

        /** A value of a measure with its bounds. */
        public String shown(TrainingEffect.Measured measured, Estimate value) {
            return measured.measure() == TrainingEffect.Measure.SOLVED ? Bounds.count(value) : Bounds.percent(value);
        }

        /** What stands in a field. */
        public String value(String field, String otherwise) {
            return form.values().getOrDefault(field, otherwise);
        }
    }

    @Inject
    TrainingEffects effects;

    @Inject
    Actors actors;

    @Inject
    Names names;

    @Inject
    Site site;

    @Inject
    RequestLanguage language;

    /** The effect of a course, once one is named. */
    @GET
    @Allowed(Permission.TRAINING_READ)
    public Response show(@Context UriInfo uri) {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        if (!asked.containsKey("course")) {
            return Response.ok(page(null, FormState.NONE)).build();
        }
        try {
            TrainingEffect effect = effects.of(Forms.text(asked, "course"), day(asked, "from"), day(asked, "to"), days(asked));
            return Response.ok(page(effect, new FormState("effect", Forms.values(asked), Map.of(), false))).build();
        } catch (Problem refused) {
            int code = Forms.status(refused);
            return Response.status(code).entity(page(null, FormState.refused("effect", asked, refused, language.messages()))).build();
        }
    }

    private LocalDate day(MultivaluedMap<String, String> asked, String name) {
        return Forms.day(name, Forms.text(asked, name), 0, site.zone()).atZone(site.zone()).toLocalDate();
    }

    private static int days(MultivaluedMap<String, String> asked) {
        String said = Forms.text(asked, "days");
        return said.matches("[0-9]{1,3}") ? Integer.parseInt(said) : said.isEmpty() ? DAYS : 0;
    }

    private HtmlPage page(TrainingEffect effect, FormState form) {
        LocalDate today = names.now().atZone(site.zone()).toLocalDate();
        return HtmlPage.of("console/training-effect.jte", new View(effect, site.config().trainingSaid().courses().stream().map(c -> new Names.Choice(c.key(), site.text(c.name()))).toList(),
                today.minusDays(YEAR).toString(), today.toString(), DAYS, actors.of(effect == null ? Stream.empty()
                        : effect.measures().stream().flatMap(m -> m.persons().stream()).map(p -> "staff/" + p.staffId())), names, form));
    }
}
