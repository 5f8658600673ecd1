package dev.pledgedesk.roster.control;

import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.RosterSection.Cover;
import dev.pledgedesk.tenancy.RosterSection.Post;
import dev.pledgedesk.tenancy.RosterSection.Shift;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.SectionFindings;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.TrainingSection.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Rules of {@code roster.yaml} that a schema cannot say: keys lead somewhere, and nobody is asked for more people than there are seats. */
@ApplicationScoped
public class RosterCheck implements ConfigCheck {

    private static final String SECTION = "roster";

    @Override
    public void check(TenantConfig config, ConfigFindings findings) {
        RosterSection roster = config.roster();
        if (roster == null) {
            return;
        }
        SectionFindings in = new SectionFindings(SECTION, config, findings);
        if (roster.calendar() != null && config.workCalendars().stream().noneMatch(c -> c.key().equals(roster.calendar()))) {
            in.add("/calendar", "config.unknown-reference", roster.calendar());
        }
        Set<String> posts = in.each("/posts", roster.posts(), Post::key, (at, post) -> {
            in.languages(at + "/name", post.name());
            in.known(at + "/roles", post.roles(), in.roles());
        });
        Set<String> shifts = in.each("/shifts", roster.shifts(), Shift::key, (at, shift) -> in.languages(at + "/name", shift.name()));
        for (int i = 0; i < roster.cover().size(); i++) {
            Cover cover = roster.cover().get(i);
            String at = "/cover/" + i;
            in.known(at + "/post", cover.post(), posts);
            in.known(at + "/shift", cover.shift(), shifts);
            roster.post(cover.post()).filter(p -> p.seats() != null && p.seats() < cover.least()).ifPresent(p -> in.add(at + "/least", "config.more-than-seats", p.seats()));
        }
        for (int i = 0; i < roster.alarms().size(); i++) {
            in.known("/alarms/" + i + "/roles", roster.alarms().get(i).roles(), in.roles());
        }
        duties(new SectionFindings("training", config, findings), posts);
    }

    /** Posts that duties of training name are those of the roster. */
    private static void duties(SectionFindings in, Set<String> posts) {
        List<Duty> duties = in.config().trainingSaid().duties();
        for (int i = 0; i < duties.size(); i++) {
            in.known("/duties/" + i + "/posts", duties.get(i).posts(), posts);
        }
    }
}
