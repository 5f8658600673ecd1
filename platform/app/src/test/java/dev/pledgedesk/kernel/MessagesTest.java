package dev.pledgedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is there in both languages, takes the same arguments in both, and whatever the code asks for exists. */
class MessagesTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9-]*\\.[a-zA-Z0-9.-]*)\"(\\s*\\+)?");
    private static final Pattern FILE = Pattern.compile(".*\\.(css|js|svg|yaml|jte|json|ndjson|csv)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    /** First steps of keys that are first steps of event types and journal actions as well: looked at only where a text is asked for. */
    private static final Set<String> SHARED = Set.of("ticket", "staff", "journal", "attachment", "role", "mail");
    private static final Pattern ASKS = Pattern.compile("(?:\\btext|\\btextOr|Problem\\.of|new FieldError)\\(([^;]*?)[;}]", Pattern.DOTALL);

    static Stream<String> bundles() {
        return Messages.BUNDLES.stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertThat(texts(bundle, "_zh_CN").keySet()).isEqualTo(texts(bundle, "").keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesTakeTheSameArguments(String bundle) throws IOException {
        Map<String, String> chinese = texts(bundle, "_zh_CN");
        texts(bundle, "").forEach((key, text) -> assertThat(placeholders(chinese.getOrDefault(key, ""))).as(key).isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextCanBeFilled(String bundle) throws IOException {
        for (String language : List.of("", "_zh_CN")) {
            texts(bundle, language).forEach((key, text) -> {
                assertThat(text).as(key).isNotBlank();
                if (!placeholders(text).isEmpty()) {
                    assertThat(text.replace("''", "")).as("%s: one apostrophe swallows what follows", key).doesNotContain("'");
                    Object[] arguments = {11, 22, 33, 44, 55, 66};
                    assertThat(new MessageFormat(text, Locale.ENGLISH).format(arguments)).as(key).doesNotContainPattern("\\{\\d").contains("11");
                }
            });
        }
    }

    @Test
    void aKeyStandsInOneBundleOnly() throws IOException {
        Map<String, String> first = new TreeMap<>();
        for (String bundle : Messages.BUNDLES) {
            for (String key : texts(bundle, "").keySet()) {
                assertThat(first.put(key, bundle)).as("%s in %s as well", key, bundle).isNull();
            }
        }
    }

    @Test
    void everyTextThatIsAskedForExists() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : Messages.BUNDLES) {
            keys.addAll(texts(bundle, "").keySet());
        }
        List<String> missing = new ArrayList<>();
        int seen = 0;
        for (Path source : sources()) {
            for (String asked : asked(Files.readString(source), keys)) {
                seen++;
                boolean exists = asked.endsWith("*") ? keys.stream().anyMatch(k -> k.startsWith(asked.substring(0, asked.length() - 1))) : keys.contains(asked);
                if (!exists) {
                    missing.add(source.getFileName() + " asks for " + asked);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void whatIsAskedForIsFoundInTheSource() {
        Set<String> keys = Set.of("problem.x", "ticket.x");
        assertThat(asked("throw Problem.of(Kind.X, \"problem.gone\");", keys)).containsExactly("problem.gone");
        assertThat(asked("var t = \"problem.title.\" + code;", keys)).containsExactly("problem.title.*");
        assertThat(asked("type(\"ticket.created\"); text(\"ticket.gone\");", keys)).containsExactly("ticket.gone");
        assertThat(asked("asset(\"problem.css\"); may(\"ticket.read\"); other(\"some.thing\");", keys)).isEmpty();
    }

    @Test
    void theServersLanguageDoesNotMatter() {
        assertThat(Locale.getDefault().getLanguage()).as("the build runs in Turkish").isEqualTo("tr");
        assertThat(Messages.in("zh-TW").locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Messages.in("en-GB").text("problem.title.stale")).isEqualTo("Changed meanwhile");
        assertThat(Messages.in("tr").locale()).isEqualTo(Locale.ENGLISH);
        assertThat(Messages.in((String) null).text("config.yaml.key-twice", "a")).contains("a").doesNotContain("{");
    }

    private static List<String> asked(String source, Set<String> keys) {
        Set<String> firstSteps = new TreeSet<>();
        keys.forEach(k -> firstSteps.add(k.substring(0, Math.max(0, k.indexOf('.')))));
        List<String> asked = new ArrayList<>();
        Matcher literals = LITERAL.matcher(source);
        while (literals.find()) {
            String key = literals.group(1);
            String first = key.substring(0, key.indexOf('.'));
            if (firstSteps.contains(first) && !SHARED.contains(first)) {
                add(asked, key, literals.group(2) != null);
            }
        }
        Matcher calls = ASKS.matcher(source);
        while (calls.find()) {
            Matcher inside = LITERAL.matcher(calls.group(1));
            while (inside.find()) {
                String key = inside.group(1);
                if (SHARED.contains(key.substring(0, key.indexOf('.')))) {
                    add(asked, key, inside.group(2) != null);
                }
            }
        }
        return asked;
    }

    private static void add(List<String> asked, String key, boolean goesOn) {
        if (!FILE.matcher(key).matches() && Permission.grantable(key).isEmpty()) {
            asked.add(goesOn || key.endsWith(".") ? key + "*" : key);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/main/jte")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".jte")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Map<String, String> texts(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(MessagesTest.class.getResourceAsStream("/" + bundle.replace('.', '/') + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        Map<String, String> map = new TreeMap<>();
        texts.forEach((key, text) -> map.put(key.toString(), text.toString()));
        return map;
    }
}
