package dev.pledgedesk.training.control;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TrainingSection.Draw;
import dev.pledgedesk.tenancy.TrainingSection.Exam;
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws the questions of a paper from the bank: the same seed, examination and bank give the same paper. Pure. */
public final class PaperDraw {

    /** A question that can be drawn. */
    public record Candidate(UUID id, int number, String topic, QuestionKind kind, int difficulty, int options) {
    }

    /**
     * A question of a paper.
     *
     * @param shown numbers of its options in the order in which they are shown
     */
    public record Drawn(Candidate question, int points, List<Integer> shown) {
    }

    private PaperDraw() {
    }

    /** The paper, in the order of the draws. No question comes twice; refused if the bank has too few. */
    public static List<Drawn> draw(Exam exam, Collection<Candidate> bank, long seed) {
        // Of its own, so that a paper can be drawn again and proved.
        SplittableRandom chance = new SplittableRandom(seed);
        Set<UUID> taken = new HashSet<>();
        List<Drawn> paper = new ArrayList<>();
        for (Draw draw : exam.draws()) {
            List<Candidate> fitting = bank.stream().filter(q -> fits(draw, q) && !taken.contains(q.id())).sorted(Comparator.comparing(Candidate::id)).collect(Collectors.toCollection(ArrayList::new));
            if (fitting.size() < draw.count()) {
                throw Problem.of(Problem.Kind.CONFLICT, "training.too-few-questions", draw.topic(), draw.count(), fitting.size());
            }
            for (int i = 0; i < draw.count(); i++) {
                Candidate question = fitting.remove(chance.nextInt(fitting.size()));
                taken.add(question.id());
                paper.add(new Drawn(question, draw.points(), shuffled(question.options(), chance)));
            }
        }
        return List.copyOf(paper);
    }

    private static boolean fits(Draw draw, Candidate q) {
        return q.topic().equals(draw.topic()) && q.difficulty() >= draw.from() && q.difficulty() <= draw.to() && (draw.kinds().isEmpty() || draw.kinds().contains(q.kind()));
    }

    private static List<Integer> shuffled(int size, SplittableRandom chance) {
        List<Integer> left = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        List<Integer> order = new ArrayList<>();
        while (!left.isEmpty()) {
            order.add(left.remove(chance.nextInt(left.size())));
        }
        return order;
    }
}
