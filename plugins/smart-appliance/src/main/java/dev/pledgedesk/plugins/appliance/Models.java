package dev.pledgedesk.plugins.appliance;

import dev.pledgedesk.sdk.Setting;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The vendor's models, and what their serial numbers look like.
 *
 * @param field  key of the ticket's field with the serial number
 * @param form   of a serial number: a pattern with the groups {@code model} and {@code year}, and {@code month} if it tells that
 * @param bought key of the field with the date of purchase
 * @param models in any order
 */
public record Models(
        @Setting(en = "Field with the serial number", zhCn = "机身编号字段", preset = "serialNumber") String field,
        @Setting(en = "Form of a serial number, with the groups model, year and perhaps month", zhCn = "机身编号格式，含分组 model、year，可含 month", preset = Models.USUAL) String form,
        @Setting(en = "Field with the date of purchase", zhCn = "购买日期字段", preset = "purchasedOn") String bought,
        @Setting(en = "Models", zhCn = "型号", max = 500) List<Model> models) {

    /** Letters of the model, year and month of production, and digits that count. */
    static final String USUAL = "(?<model>[A-Z]{2,6})(?<year>\\d{2})(?<month>\\d{2})\\d{4,8}";
    private static final int CENTURY = 2000;

    /**
     * One model.
     *
     * @param letters what its serial numbers have for the model
     * @param name    what people call it
     * @param months  of warranty from the day of purchase
     * @param extra   months that were sold in addition; 0 for none
     */
    public record Model(
            @Setting(en = "What its serial numbers have for the model", zhCn = "编号中的型号代码", pattern = "[A-Z][A-Z0-9]{0,7}") String letters,
            @Setting(en = "Name", zhCn = "名称", min = 1, max = 100) String name,
            @Setting(en = "Months of warranty", zhCn = "保修月数", min = 0, max = 240, preset = "12") int months,
            @Setting(en = "Months of extended warranty", zhCn = "延保月数", min = 0, max = 240, preset = "0") int extra) {
    }

    /**
     * What a serial number says.
     *
     * @param number in the form in which it is kept
     * @param made   when it was made: a month, or a year if the number tells no more
     * @param latest the last day of that
     */
    record Serial(String number, Model model, String made, LocalDate latest) {
    }

    /** Refuses letters that stand twice, and a form without the groups. */
    public Models {
        for (String group : List.of("model", "year")) {
            if (!form.contains("(?<" + group + ">")) {
                throw new IllegalArgumentException("the form has no group " + group + " / 格式中没有分组 " + group);
            }
        }
        try {
            Pattern.compile(form);
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("the form is no pattern: " + broken.getDescription() + " / 格式不是正则表达式");
        }
        Set<String> letters = new HashSet<>();
        for (Model model : models) {
            if (!letters.add(model.letters())) {
                throw new IllegalArgumentException("letters " + model.letters() + " stand for two models / 前缀 " + model.letters() + " 对应两个型号");
            }
        }
    }

    /** As it is kept: upper case, without blanks and hyphens. */
    static String plain(String written) {
        return written.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    /** Reads a serial number; empty if it is none of the vendor's. */
    Optional<Serial> read(String written) {
        String number = plain(written);
        Matcher parts = Pattern.compile(form).matcher(number);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int year = CENTURY + Integer.parseInt(parts.group("year"));
            Optional<YearMonth> month = form.contains("(?<month>") ? Optional.of(YearMonth.of(year, Integer.parseInt(parts.group("month")))) : Optional.empty();
            return models.stream().filter(m -> m.letters().equals(parts.group("model"))).findFirst().map(m -> new Serial(number, m, month.map(YearMonth::toString).orElse(Integer.toString(year)),
                    month.map(YearMonth::atEndOfMonth).orElse(LocalDate.of(year, Month.DECEMBER, 31))));
        } catch (DateTimeException | NumberFormatException noMonth) {
            return Optional.empty();
        }
    }
}
