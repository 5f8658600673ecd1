package dev.pledgedesk.plugins.art;

import dev.pledgedesk.sdk.Setting;
import java.util.List;

/**
 * What disputes are known by.
 *
 * @param kinds asked in this order; the first one with a word in the ticket counts
 */
public record Disputes(@Setting(en = "Kinds of disputes", zhCn = "争议类型", max = 50) List<Kind> kinds) {

    /** How soon somebody has to see to it. */
    public enum Urgency { NORMAL, HIGH, URGENT }

    /**
     * One kind.
     *
     * @param category key of the tenant's category
     * @param words    any of which stands in the ticket
     */
    public record Kind(
            @Setting(en = "Category", zhCn = "类别", min = 1, max = 60) String category,
            @Setting(en = "Urgency", zhCn = "紧急程度", preset = "normal") Urgency urgency,
            @Setting(en = "Words", zhCn = "关键词", max = 100) List<String> words) {
    }
}
