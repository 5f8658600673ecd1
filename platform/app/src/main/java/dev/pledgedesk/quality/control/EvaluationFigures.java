package dev.pledgedesk.quality.control;

import dev.pledgedesk.kernel.Estimate;
import dev.pledgedesk.quality.EvaluationReport;
import dev.pledgedesk.quality.Evaluations.State;
import dev.pledgedesk.tenancy.QualitySection.Part;
import dev.pledgedesk.tenancy.QualitySection.Standard;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What answers come to; pure. Customers were drawn, so that their mean has bounds; of teams all are looked at, and it has none. */
public final class EvaluationFigures {

    /** An answer, or what there is of it; {@code marks} is empty and {@code score} null until it is there. */
    public record Given(String part, State state, Map<String, Integer> marks, BigDecimal score, boolean failed) {
    }

    private static final double WHOLE = 100;

    private EvaluationFigures() {
    }

    /** The report; {@code before} is the one before, null for none: totals are held against one another only if the same parts make them. */
    public static EvaluationReport report(Standard standard, List<Given> given, EvaluationReport before) {
        List<EvaluationReport.Part> parts = standard.parts().stream().map(part -> part(part, given.stream().filter(g -> g.part().equals(part.key())).toList())).toList();
        List<EvaluationReport.Part> counting = parts.stream().filter(EvaluationReport.Part::counts).toList();
        int weights = counting.stream().mapToInt(p -> standard.part(p.key()).orElseThrow().weight()).sum();
        Estimate total = counting.isEmpty() ? null : Estimate.sum(counting.stream().mapToDouble(p -> (double) standard.part(p.key()).orElseThrow().weight() / weights).toArray(),
                counting.stream().map(EvaluationReport.Part::score).toArray(Estimate[]::new));
        boolean alike = total != null && before != null && before.total() != null && counting(before.parts()).equals(counting(parts));
        return new EvaluationReport(parts, total, alike ? total.minus(before.total()) : null);
    }

    private static List<String> counting(List<EvaluationReport.Part> parts) {
        return parts.stream().filter(EvaluationReport.Part::counts).map(EvaluationReport.Part::key).sorted().toList();
    }

    private static EvaluationReport.Part part(Part part, List<Given> given) {
        List<Given> answered = given.stream().filter(g -> g.state() == State.ANSWERED).toList();
        return new EvaluationReport.Part(part.key(), given.size(), answered.size(), (int) given.stream().filter(g -> g.state() == State.MISSED).count(),
                mean(part, given.size(), answered.stream().map(g -> g.score().doubleValue()).toList()), !answered.isEmpty() && answered.size() >= (part.asks() ? part.least() : 1),
                (int) answered.stream().filter(Given::failed).count(), part.items().stream().map(item -> item(part, item, given.size(), answered)).toList());
    }

    private static EvaluationReport.ItemScore item(Part part, Item item, int drawn, List<Given> answered) {
        return new EvaluationReport.ItemScore(item.key(), mean(part, drawn, answered.stream().map(g -> g.marks().get(item.key())).filter(Objects::nonNull).map(mark -> MarkScale.percent(part, item, mark)).toList()));
    }

    /** Of all teams nothing is unknown; of customers, and of some of the teams, it is. */
    private static Estimate mean(Part part, int drawn, List<Double> values) {
        return values.isEmpty() ? null : !part.asks() && values.size() == drawn ? Estimate.ofAll(values) : Estimate.onScale(0, WHOLE, values);
    }
}
