package dev.pledgedesk.bench.profile;

import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.load.Client;
import dev.pledgedesk.bench.load.Work;
import dev.pledgedesk.database.Roles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which transactions a request makes and of which statements, in their order: read from the database's own log. */
final class StatementLog {

    private static final int REQUESTS = 20;
    private static final int WIDTH = 220;
    private static final Pattern LINE = Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] desk_app@\\S+ LOG: {2}(?:execute \\S+: |statement: )(.*)$");

    private StatementLog() {
    }

    /** Makes some requests one after another and tells the transactions. */
    static String of(Work work, DeskDatabase database, Path home) throws Exception {
        Path folder = home.resolve("postgres/data/log");
        Map<Path, Long> before = sizes(folder);
        setting(database, "alter system set log_statement = 'all'");
        try (Client client = work.client(0)) {
            for (int i = 0; i < REQUESTS; i++) {
                client.once();
            }
            database.awaitDrained();
        } finally {
            setting(database, "alter system reset log_statement");
        }
        var lines = new ArrayList<String>();
        for (var file : sizes(folder).entrySet()) {
            byte[] bytes = Files.readAllBytes(file.getKey());
            int from = before.getOrDefault(file.getKey(), 0L).intValue();
            lines.addAll(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).lines().toList());
        }
        return text(transactions(lines));
    }

    private static Map<Path, Long> sizes(Path folder) throws IOException {
        var sizes = new HashMap<Path, Long>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sizes.put(file, Files.size(file));
            }
        }
        return sizes;
    }

    private static void setting(DeskDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect(Roles.SUPERUSER); Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Transactions with how often each was seen; statements of one process belong together from BEGIN to its end. */
    static Map<List<String>, Integer> transactions(List<String> log) {
        var open = new HashMap<String, List<String>>();
        var seen = new LinkedHashMap<List<String>, Integer>();
        for (String line : log) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            String sql = matcher.group(2);
            if (sql.equals("BEGIN")) {
                open.put(matcher.group(1), new ArrayList<>());
            } else if (open.containsKey(matcher.group(1))) {
                if (sql.equals("COMMIT") || sql.equals("ROLLBACK")) {
                    seen.merge(List.copyOf(open.remove(matcher.group(1))), 1, Integer::sum);
                } else {
                    open.get(matcher.group(1)).add(sql);
                }
            }
        }
        return seen;
    }

    private static String text(Map<List<String>, Integer> transactions) {
        var text = new StringBuilder("  -- transactions per request, with their statements\n");
        transactions.entrySet().stream().sorted(Map.Entry.<List<String>, Integer>comparingByValue(Comparator.reverseOrder())).forEach(e -> {
            text.append(String.format(Locale.ROOT, "  %.2f%n", (double) e.getValue() / REQUESTS));
            e.getKey().forEach(sql -> text.append("        ").append(sql, 0, Math.min(WIDTH, sql.length())).append('\n'));
        });
        return text.toString();
    }
}
