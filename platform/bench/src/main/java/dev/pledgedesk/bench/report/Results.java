package dev.pledgedesk.bench.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The list of figures: results.json, and RESULTS.md which is made from it. */
public final class Results {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double THOUSAND = 1_000;

    private final Map<String, Result> byId = new LinkedHashMap<>();

    /** Adds a figure. Its number is kept to three decimals; an id comes once, the last figure counts. */
    public void add(String id, double value, String unit, Double control, Aim aim, boolean judged, String conditions) {
        Double ratio = control == null || control == 0 ? null : round(value / control);
        byId.put(id, new Result(id, round(value), unit, control == null ? null : round(control), ratio, aim == null ? null : aim.toString(),
            aim == null || !judged ? null : aim.holds(round(value), ratio), conditions));
    }

    /** The figures in the order of their addition. */
    public List<Result> all() {
        return new ArrayList<>(byId.values());
    }

    /** What is there from earlier runs stays where this run has nothing new, in the place where it stood. */
    public Results over(List<Result> earlier) {
        var merged = new Results();
        earlier.forEach(result -> merged.byId.put(result.id(), result));
        merged.byId.putAll(byId);
        return merged;
    }

    /** Reads results.json; an absent file is an empty list. */
    public static List<Result> read(Path file) throws IOException {
        return Files.exists(file) ? JSON.readValue(file.toFile(), new TypeReference<>() { }) : List.of();
    }

    /** Writes results.json and RESULTS.md into a folder. */
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("results.json"), JSON.writeValueAsString(all()) + "\n", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("RESULTS.md"), page(), StandardCharsets.UTF_8);
    }

    /** RESULTS.md: a table for each capability, the conditions once below it. */
    public String page() {
        Map<String, List<Result>> capabilities = new LinkedHashMap<>();
        all().forEach(result -> capabilities.computeIfAbsent(result.id().split("\\.")[0], key -> new ArrayList<>()).add(result));
        var page = new StringBuilder("# Results\n\nMade by the bench from `results.json`; how and on what it measures is told in [README.md](README.md).\n\n");
        long judged = all().stream().filter(result -> result.holds() != null).count();
        long kept = all().stream().filter(result -> Boolean.TRUE.equals(result.holds())).count();
        page.append(kept).append(" of ").append(judged).append(" aims are kept.\n");
        capabilities.forEach((capability, results) -> {
            page.append("\n## ").append(capability).append("\n\n| id | value | unit | control | ratio | aim | holds | conditions |\n|---|---:|---|---:|---:|---|---|---|\n");
            results.forEach(result -> page.append("| `").append(result.id()).append("` | ").append(number(result.value())).append(" | ").append(result.unit())
                .append(" | ").append(number(result.control())).append(" | ").append(number(result.ratio())).append(" | ")
                .append(result.aim() == null ? "" : result.aim()).append(" | ").append(result.holds() == null ? "" : result.holds() ? "yes" : "**no**")
                .append(" | ").append(result.conditions()).append(" |\n"));
        });
        return page.toString();
    }

    private static String number(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }

    private static double round(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
