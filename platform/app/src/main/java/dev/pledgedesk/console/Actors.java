package dev.pledgedesk.console;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.page.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Who acted, as people say it. */
@RequestScoped
public class Actors {

    private static final String STAFF = "staff/";

    /** The names of those who acted on a page, read at once. */
    public record Known(Map<UUID, String> people, Site site) {

        /** Such as {@code Staff Wang Fang} for {@code staff/<id>}; a dash for nobody. */
        public String name(String actor) {
            if (actor == null) {
                return "–";
            }
            String kind = actor.replaceFirst("/.*", "");
            String who = site.textOr("console.actor." + kind, kind);
            return Ids.parse(actor.replaceFirst("^[^/]*/", "")).map(people::get).map(name -> who + " " + name).orElse(who);
        }
    }

    @Inject
    Staff staff;

    @Inject
    Site site;

    /** Reads the names of staff among these; nulls are nobody. */
    Known of(Stream<String> actors) {
        return new Known(staff.names(actors.filter(Objects::nonNull).filter(a -> a.startsWith(STAFF)).flatMap(a -> Ids.parse(a.substring(STAFF.length())).stream()).distinct().toList()), site);
    }
}
