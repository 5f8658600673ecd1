package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.ComplaintDesk.CauseCount;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.Complaints;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.ComplaintSection.Patterns;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Looks for the same cause again, and tells whoever is to open a corrective action. */
@ApplicationScoped
@Transactional
public class CausePatterns {

    private static final int LONGEST = 366;

    @Inject
    Complaints complaints;

    @Inject
    ComplaintNews news;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    /** A complaint has a cause now: tells of it when that makes a pattern, and with each further one. */
    void look(Complaint complaint) {
        Patterns patterns = patterns();
        if (patterns == null) {
            return;
        }
        complaints.flush();
        Instant now = clock.now();
        long times = complaints.causes(now.minus(Duration.ofDays(patterns.days())), now.plusSeconds(1)).getOrDefault(complaint.cause(), 0L);
        if (times >= patterns.times()) {
            Named.name(tenants.config().causes(), complaint.cause())
                    .ifPresent(name -> news.tellRoles(patterns.roles(), "complaint-pattern", complaint, name));
        }
    }

    public List<CauseCount> count(int days) {
        if (days < 1 || days > LONGEST) {
            throw Problem.invalid(new FieldError("/query/days", "page.size", 1, LONGEST));
        }
        Instant now = clock.now();
        Instant since = now.minus(Duration.ofDays(days));
        Map<String, Long> lately = complaints.causes(since, now.plusSeconds(1));
        Map<String, Long> before = complaints.causes(since.minus(Duration.ofDays(days)), since);
        Patterns patterns = patterns();
        Map<String, Long> counted = patterns == null ? Map.of() : complaints.causes(now.minus(Duration.ofDays(patterns.days())), now.plusSeconds(1));
        return tenants.config().causes().stream().map(c -> new CauseCount(c.key(), lately.getOrDefault(c.key(), 0L), before.getOrDefault(c.key(), 0L),
                patterns != null && counted.getOrDefault(c.key(), 0L) >= patterns.times())).toList();
    }

    private Patterns patterns() {
        return tenants.config().complaints() == null ? null : tenants.config().complaints().patterns();
    }
}
