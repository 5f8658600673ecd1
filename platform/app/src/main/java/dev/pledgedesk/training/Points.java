package dev.pledgedesk.training;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.TrainingSection.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What marks by a list of things come to; pure. Per cent with one decimal, rounded half up. */
public final class Points {

    private Points() {
    }

    /** The score of some marks: points given of points that can be given; refuses marks that are missing, too many, or of nothing that is looked at. */
    public static BigDecimal score(List<Item> items, Map<String, Integer> marks) {
        List<FieldError> errors = new ArrayList<>();
        items.forEach(item -> {
            Integer given = marks.get(item.key());
            if (given == null || given < 0 || given > item.points()) {
                errors.add(new FieldError("/marks/" + item.key(), "training.points", 0, item.points()));
            }
        });
        marks.keySet().stream().filter(key -> items.stream().noneMatch(item -> item.key().equals(key))).sorted().forEach(key -> errors.add(new FieldError("/marks/" + key, "field.unknown-key", key)));
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
        return BigDecimal.valueOf(100L * marks.values().stream().mapToInt(Integer::intValue).sum()).divide(BigDecimal.valueOf(items.stream().mapToInt(Item::points).sum()), 1, RoundingMode.HALF_UP);
    }

    /** Whether something critical has none of its points. */
    public static boolean isVoid(List<Item> items, Map<String, Integer> marks) {
        return items.stream().anyMatch(item -> item.critical() && marks.get(item.key()) == 0);
    }
}
