package dev.pledgedesk.roster.control;

import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.RosterSection.Cover;
import dev.pledgedesk.tenancy.RosterSection.Post;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<String> roles = config.organisation().roles().stream().map(OrganisationSection.Role::key).collect(Collectors.toSet());
        if (roster.calendar() != null && config.workCalendars().stream().noneMatch(c -> c.key().equals(roster.calendar()))) {
            findings.add(SECTION, "/calendar", "config.unknown-reference", roster.calendar());
        }
        Set<String> posts = new HashSet<>();
        for (int i = 0; i < roster.posts().size(); i++) {
            Post post = roster.posts().get(i);
            String at = "/posts/" + i;
            unique(posts, post.key(), at, findings);
            findings.languages(SECTION, at + "/name", post.name(), config.tenant().locales());
            all(post.roles(), roles, at + "/roles/", findings);
        }
        Set<String> shifts = new HashSet<>();
        for (int i = 0; i < roster.shifts().size(); i++) {
            unique(shifts, roster.shifts().get(i).key(), "/shifts/" + i, findings);
            findings.languages(SECTION, "/shifts/" + i + "/name", roster.shifts().get(i).name(), config.tenant().locales());
        }
        for (int i = 0; i < roster.cover().size(); i++) {
            Cover cover = roster.cover().get(i);
            String at = "/cover/" + i;
            all(List.of(cover.post()), posts, at + "/post", findings);
            all(List.of(cover.shift()), shifts, at + "/shift", findings);
            roster.post(cover.post()).filter(p -> p.seats() != null && p.seats() < cover.least()).ifPresent(p -> findings.add(SECTION, at + "/least", "config.more-than-seats", p.seats()));
        }
        for (int i = 0; i < roster.alarms().size(); i++) {
            all(roster.alarms().get(i).roles(), roles, "/alarms/" + i + "/roles/", findings);
        }
        duties(config, posts, findings);
    }

    /** Posts that duties of training name are those of the roster. */
    private static void duties(TenantConfig config, Set<String> posts, ConfigFindings findings) {
        for (int i = 0; i < config.trainingSaid().duties().size(); i++) {
            List<String> named = config.trainingSaid().duties().get(i).posts();
            for (int p = 0; p < named.size(); p++) {
                if (!posts.contains(named.get(p))) {
                    findings.add("training", "/duties/" + i + "/posts/" + p, "config.unknown-reference", named.get(p));
                }
            }
        }
    }

    private static void unique(Set<String> keys, String key, String at, ConfigFindings findings) {
        if (!keys.add(key)) {
            findings.add(SECTION, at + "/key", "config.key-twice", key);
        }
    }

    private static void all(List<String> keys, Set<String> known, String at, ConfigFindings findings) {
        for (int i = 0; i < keys.size(); i++) {
            if (!known.contains(keys.get(i))) {
                findings.add(SECTION, at.endsWith("/") ? at + i : at, "config.unknown-reference", keys.get(i));
            }
        }
    }
}
