package dev.pledgedesk.report;

import dev.pledgedesk.report.SatisfactionReports.Month;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bars of the months of a report: what was counted, and the satisfied part of it. Plain geometry, drawn as SVG on a page and into a document alike. */
public final class BarChart {

    /** Width and height of the chart, without a unit. */
    public static final double WIDTH = 600;
    public static final double HEIGHT = 200;
    private static final double FLOOR = 170;
    private static final double ROOM = 150;

    /** A rectangle with its lower left corner at x and {@code y} above the lower edge. */
    public record Bar(double x, double y, double width, double height, boolean satisfied) {
    }

    /** A text with its middle at x and its line {@code y} above the lower edge. */
    public record Label(double x, double y, String text) {
    }

    private final List<Month> months;

    public BarChart(List<Month> months) {
        this.months = List.copyOf(months);
    }

    /** For each month what was counted, and in front of it what was satisfied. */
    public List<Bar> bars() {
        long most = Math.max(1, months.stream().mapToLong(Month::counted).max().orElse(1));
        double step = WIDTH / Math.max(1, months.size());
        return IntStream.range(0, months.size()).boxed().flatMap(i -> {
            Month m = months.get(i);
            double x = i * step + step * 0.2;
            return Stream.of(new Bar(x, HEIGHT - FLOOR, step * 0.6, ROOM * m.counted() / most, false), new Bar(x, HEIGHT - FLOOR, step * 0.6, ROOM * m.satisfied() / most, true));
        }).toList();
    }

    /** The months below the bars, and the share above them. */
    public List<Label> labels() {
        long most = Math.max(1, months.stream().mapToLong(Month::counted).max().orElse(1));
        double step = WIDTH / Math.max(1, months.size());
        return IntStream.range(0, months.size()).boxed().flatMap(i -> {
            Month m = months.get(i);
            double middle = i * step + step / 2;
            return Stream.of(new Label(middle, HEIGHT - FLOOR - 16, m.month().toString()),
                    new Label(middle, HEIGHT - FLOOR + ROOM * m.counted() / most + 4, m.share() == null ? "–" : m.share() + " %"));
        }).toList();
    }

    /**
     * As SVG.
     *
     * @param title what it shows, for who cannot see it
     */
    public String svg(String title) {
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\" class=\"bars\">", WIDTH, HEIGHT, escaped(title)));
        bars().forEach(b -> svg.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"/>", b.x(), HEIGHT - b.y() - b.height(), b.width(), b.height(),
                b.satisfied() ? "bar-good" : "bar-all")));
        labels().forEach(l -> svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>", l.x(), HEIGHT - l.y(), escaped(l.text()))));
        return svg.append("</svg>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
