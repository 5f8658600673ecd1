package dev.pledgedesk.report.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.privacy.Pseudonyms;
import dev.pledgedesk.report.Analyses.Extract;
import dev.pledgedesk.rest.Csv;
import dev.pledgedesk.ticket.TicketFacts;
import dev.pledgedesk.ticket.TicketFacts.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes tickets as rows of an analysis: pseudonyms, keys of the configuration, times to the hour, and the declared fields. */
@ApplicationScoped
public class AnalysisExtract {

    private static final int STEP = 500;
    private static final List<String> COLUMNS = List.of("ticket", "customer", "type", "category", "channel", "priority", "status", "statusCategory", "team", "department", "createdAt", "updatedAt");

    @Inject
    TicketFacts facts;

    @Inject
    Customers customers;

    @Inject
    Pseudonyms pseudonyms;

    @Inject
    ExtractJournal journal;

    /** Writes all rows, and then into the journal. */
    public void write(Extract wanted, String actor, OutputStream out) throws IOException {
        List<String> fields = wanted.analysis().fields();
        Csv csv = new Csv(out, Stream.concat(COLUMNS.stream(), fields.stream().map(f -> "field." + f)).toList());
        TicketFacts.Wanted which = new TicketFacts.Wanted(Set.copyOf(wanted.analysis().types()), wanted.from(), wanted.until());
        // Noted before the first row leaves: who breaks off has seen some of them.
        journal.write(new Journal.Entry(actor, "analysis.exported", "analysis", wanted.analysis().key(), Map.of("from", wanted.from(), "until", wanted.until())));
        UUID last = Ids.FIRST;
        List<Fact> some;
        do {
            some = facts.after(last, which, fields, STEP);
            pseudonyms.fetch(some.stream().map(Fact::requester).distinct().toList());
            // In the order of the pseudonyms: in that of the tickets two extracts would tell line by line which are the same.
            Set<UUID> analysable = customers.analysable(some.stream().map(Fact::requester).collect(Collectors.toSet()));
            for (List<Object> row : some.stream().filter(fact -> analysable.contains(fact.requester())).map(fact -> row(fact, wanted.analysis().key(), fields)).sorted(Comparator.comparing(row -> String.valueOf(row.get(0)))).toList()) {
                csv.row(row);
            }
            last = some.isEmpty() ? last : some.get(some.size() - 1).id();
        } while (some.size() == STEP);
        csv.flush();
    }

    private List<Object> row(Fact f, String purpose, List<String> fields) {
        List<Object> row = new ArrayList<>();
        row.add(pseudonyms.ofRecord(f.requester(), purpose, f.id()));
        row.add(pseudonyms.of(f.requester(), purpose));
        row.add(f.type());
        row.add(f.category());
        row.add(f.channel());
        row.add(f.priority());
        row.add(f.status());
        row.add(f.statusCategory());
        row.add(f.team());
        row.add(f.department());
        // Whoever knows when somebody called does not find his row by the second.
        row.add(f.createdAt().truncatedTo(ChronoUnit.HOURS));
        row.add(f.updatedAt().truncatedTo(ChronoUnit.HOURS));
        fields.forEach(field -> row.add(f.fields().get(field)));
        return row;
    }
}
