package dev.pledgedesk.plugins.art;

import dev.pledgedesk.sdk.Setting;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketPanel.Table;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was paid to artists for the use of their works.
 *
 * @param titleField key of the ticket's field with the title of the work
 * @param payments   in any order
 */
public record Royalties(
        @Setting(en = "Field with the title", zhCn = "作品名称字段", preset = "artworkTitle") String titleField,
        @Setting(en = "Payments", zhCn = "版税结算", max = 5000) List<Payment> payments) {

    private static final int MOST_ROWS = 100;
    private static final int DECIMALS = 2;

    /**
     * One payment.
     *
     * @param month  in which the work was used, such as 2026-10
     * @param amount in minor units of the currency
     */
    public record Payment(
            @Setting(en = "Title of the work", zhCn = "作品名称", min = 1, max = 200) String artwork,
            @Setting(en = "Artist", zhCn = "作者", min = 1, max = 200) String artist,
            @Setting(en = "Month of use", zhCn = "使用月份", pattern = "\\d{4}-(0[1-9]|1[0-2])") String month,
            @Setting(en = "Used as", zhCn = "用途", min = 1, max = 200) String use,
            @Setting(en = "Amount in minor units", zhCn = "金额（分）", min = 0, max = 1_000_000_000_000L) long amount,
            @Setting(en = "Currency", zhCn = "币种", preset = "CNY", pattern = "[A-Z]{3}") String currency) {

        private List<Text> row() {
            return List.of(Text.same(month), Text.same(artist), Text.same(artwork), Text.same(use), money(amount, currency));
        }
    }

    /** The statement of a month. */
    List<Table> statement(YearMonth month) {
        return table(p -> p.month().equals(month.toString()));
    }

    /** What was paid for a work, the last month first. */
    List<Table> of(String artwork) {
        return table(p -> p.artwork().equals(artwork));
    }

    /** A table of some payments with their sum by currency; none if there are none. What does not fit is told as such. */
    private List<Table> table(Predicate<Payment> which) {
        List<Payment> chosen = payments.stream().filter(which).sorted(Comparator.comparing(Payment::month).reversed().thenComparing(Payment::artist).thenComparing(Payment::artwork)).toList();
        if (chosen.isEmpty()) {
            return List.of();
        }
        List<List<Text>> rows = new ArrayList<>();
        List<String> currencies = chosen.stream().map(Payment::currency).distinct().sorted().limit(10).toList();
        int room = MOST_ROWS - currencies.size() - 1;
        chosen.stream().limit(room).forEach(p -> rows.add(p.row()));
        if (chosen.size() > room) {
            rows.add(List.of(new Text((chosen.size() - room) + " more", "另有 " + (chosen.size() - room) + " 笔"), Text.same(""), Text.same(""), Text.same(""), Text.same("")));
        }
        for (String currency : currencies) {
            long sum = chosen.stream().filter(p -> p.currency().equals(currency)).mapToLong(Payment::amount).sum();
            rows.add(List.of(new Text("Sum", "合计"), Text.same(""), Text.same(""), Text.same(""), money(sum, currency)));
        }
        return List.of(new Table(new Text("Royalties", "版税"), List.of(new Text("Month", "月份"), new Text("Artist", "作者"), new Text("Work", "作品"), new Text("Used as", "用途"), new Text("Amount", "金额")), rows));
    }

    private static Text money(long minor, String currency) {
        return Text.same(BigDecimal.valueOf(minor, DECIMALS).toPlainString() + " " + currency);
    }
}
