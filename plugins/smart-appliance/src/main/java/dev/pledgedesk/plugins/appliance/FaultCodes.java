package dev.pledgedesk.plugins.appliance;

import dev.pledgedesk.sdk.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The vendor's fault codes.
 *
 * @param field key of the ticket's field with the code; the words of the ticket are looked through if it is empty
 * @param codes in any order
 */
public record FaultCodes(
        @Setting(en = "Field with the fault code", zhCn = "故障代码字段", preset = "faultCode") String field,
        @Setting(en = "Codes", zhCn = "故障代码", max = 1000) List<Code> codes) {

    /** How soon somebody has to see to it. */
    public enum Urgency { LOW, NORMAL, HIGH, URGENT }

    /**
     * One code.
     *
     * @param code      as the display shows it
     * @param category  key of the tenant's category; empty for none
     * @param meaning   what it means, in English
     * @param meaningZh in Chinese
     * @param measure   what the customer can do, in English; empty if nothing
     * @param measureZh in Chinese
     * @param parts     parts that a repair usually needs
     */
    public record Code(
            @Setting(en = "Code on the display", zhCn = "显示的代码", pattern = "[A-Z]{1,3}\\d{1,4}") String code,
            @Setting(en = "Category", zhCn = "类别", optional = true) String category,
            @Setting(en = "Urgency", zhCn = "紧急程度", preset = "normal") Urgency urgency,
            @Setting(en = "What it means, in English", zhCn = "含义（英文）", min = 1, max = 200) String meaning,
            @Setting(en = "What it means, in Chinese", zhCn = "含义（中文）", min = 1, max = 200) String meaningZh,
            @Setting(en = "What the customer can do, in English", zhCn = "客户可做的事（英文）", optional = true, max = 2000) String measure,
            @Setting(en = "What the customer can do, in Chinese", zhCn = "客户可做的事（中文）", optional = true, max = 2000) String measureZh,
            @Setting(en = "Parts", zhCn = "配件", max = 20) List<String> parts) {
    }

    /** The code that stands in a field or, failing that, in some words; the first one of the table that does. */
    Optional<Code> find(Optional<String> ofField, String words) {
        Optional<Code> said = ofField.map(f -> f.strip().toUpperCase(Locale.ROOT)).flatMap(f -> codes.stream().filter(c -> c.code().equals(f)).findFirst());
        String upper = words.toUpperCase(Locale.ROOT);
        return said.or(() -> codes.stream().filter(c -> stands(c.code(), upper)).findFirst());
    }

    /** Whether a code stands by itself, not as a part of something longer. */
    private static boolean stands(String code, String words) {
        for (int at = words.indexOf(code); at >= 0; at = words.indexOf(code, at + 1)) {
            boolean before = at == 0 || !latin(words.charAt(at - 1));
            int end = at + code.length();
            if (before && (end == words.length() || !latin(words.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean latin(char c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
