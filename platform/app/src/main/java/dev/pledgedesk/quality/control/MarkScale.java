package dev.pledgedesk.quality.control;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.QualitySection.Part;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import dev.pledgedesk.training.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What marks of a part are worth; pure. Of a team they are points, of a customer the place of his answer in the list, the worst 0. Per cent with one decimal, rounded half up. */
public final class MarkScale {

    private MarkScale() {
    }

    /** The score of some marks; a customer may leave questions out, but not all. Refuses marks that are none. */
    public static BigDecimal score(Part part, Map<String, Integer> marks) {
        if (!part.asks()) {
            return Points.score(part.items(), marks);
        }
        List<FieldError> errors = new ArrayList<>();
        int best = part.answers().size() - 1;
        marks.forEach((key, mark) -> {
            if (part.items().stream().noneMatch(item -> item.key().equals(key))) {
                errors.add(new FieldError("/marks/" + key, "field.unknown-key", key));
            } else if (mark == null || mark < 0 || mark > best) {
                errors.add(new FieldError("/marks/" + key, "training.points", 0, best));
            }
        });
        if (marks.isEmpty()) {
            errors.add(new FieldError("/marks", "quality.one-answer"));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
        List<Item> said = part.items().stream().filter(item -> marks.containsKey(item.key())).toList();
        double given = said.stream().mapToDouble(item -> percent(part, item, marks.get(item.key())) * item.points()).sum();
        return BigDecimal.valueOf(given / said.stream().mapToInt(Item::points).sum()).setScale(1, RoundingMode.HALF_UP);
    }

    /** What one mark is worth, from 0 to 100. */
    static double percent(Part part, Item item, int mark) {
        return 100.0 * mark / (part.asks() ? part.answers().size() - 1 : item.points());
    }
}
