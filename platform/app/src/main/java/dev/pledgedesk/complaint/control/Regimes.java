package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.ComplaintSection.Level;
import dev.pledgedesk.tenancy.ComplaintSection.Regime;
import dev.pledgedesk.tenancy.ComplaintSection.Stage;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which regime a complaint goes by. */
@ApplicationScoped
public class Regimes {

    @Inject
    Tenants tenants;

    /** That of a complaint, as it was when the complaint was opened. */
    Regime of(Complaint complaint) {
        return tenants.config(complaint.configVersion()).complaints().regime(complaint.regime()).orElseThrow();
    }

    /** Where a complaint is. */
    Stage stage(Complaint complaint) {
        return of(complaint).stage(complaint.stage()).orElseThrow();
    }

    /** The one that a new complaint asks for; null for the one of the type, or the first one. */
    Regime choose(String key, String ticketType) {
        List<Regime> all = tenants.config().regimes();
        if (all.isEmpty()) {
            throw Problem.of(Problem.Kind.CONFLICT, "complaint.no-regime");
        }
        if (key != null) {
            return all.stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow(() -> Problem.unprocessable(new FieldError("/regime", "field.unknown-key", key)));
        }
        return forType(ticketType).orElse(all.get(0));
    }

    /** The one whose complaints are the tickets of a type. */
    Optional<Regime> forType(String ticketType) {
        return tenants.config().regimes().stream().filter(r -> r.types().contains(ticketType)).findFirst();
    }

    /** Roles that have a complaint: those of its stage, and of those who took it over. */
    Set<String> hands(Complaint complaint) {
        Regime regime = of(complaint);
        Stream<Level> above = regime.levels().stream().skip(Math.max(0, complaint.level() - 1));
        return Stream.concat(stage(complaint).roles().stream(), above.flatMap(l -> l.roles().stream())).collect(Collectors.toSet());
    }

    /** Roles that look after it now: those of the level that it has gone up to, or of its stage. */
    List<String> responsible(Complaint complaint) {
        return complaint.level() == 0 ? stage(complaint).roles() : of(complaint).levels().get(complaint.level() - 1).roles();
    }
}
