package dev.pledgedesk.sdkloader;

import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdkloader.SettingsForm.Field;
import dev.pledgedesk.sdkloader.SettingsForm.Kind;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a settings record of what a tenant has written: a tree of maps, lists, texts, numbers and truth values. */
public final class SettingsReader {

    /**
     * Something wrong in what was written.
     *
     * @param pointer JSON pointer within the settings
     * @param text    what is wrong
     */
    public record Finding(String pointer, Text text) {
    }

    /**
     * What was read.
     *
     * @param settings  null if something is wrong
     * @param addresses hosts of all addresses in it
     */
    public record Result(Record settings, List<Finding> findings, Set<String> hosts) {
    }

    /** A value that does not fit. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text text;

        Unfit(String en, String zhCn) {
            super(en);
            text = new Text(en, zhCn);
        }

        Text text() {
            return text;
        }
    }

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of("ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));
    private static final Set<String> SCHEMES = Set.of("https", "http", "smtps", "smtp", "imaps", "imap");
    private static final int MOST_ITEMS = 1_000;

    private final Function<String, Optional<String>> secrets;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> hosts = new HashSet<>();

    private SettingsReader(Function<String, Optional<String>> secrets) {
        this.secrets = secrets;
    }

    /**
     * Reads settings.
     *
     * @param form    what is asked for
     * @param written what a tenant has written
     * @param secrets finds a secret by the name that a tenant has written; empty if it is kept nowhere
     */
    public static Result read(SettingsForm form, Map<String, ?> written, Function<String, Optional<String>> secrets) {
        SettingsReader reader = new SettingsReader(secrets);
        Record settings = reader.group(form, written, "");
        return new Result(reader.findings.isEmpty() ? settings : null, List.copyOf(reader.findings), Set.copyOf(reader.hosts));
    }

    private Record group(SettingsForm form, Map<String, ?> written, String at) {
        written.keySet().stream().filter(key -> form.fields().stream().noneMatch(f -> f.key().equals(key)))
                .forEach(key -> find(at + "/" + key, "There is no such setting; there are: " + keys(form), "没有这项设置；可用的有：" + keys(form)));
        int before = findings.size();
        Object[] values = new Object[form.fields().size()];
        for (int i = 0; i < values.length; i++) {
            Field field = form.fields().get(i);
            values[i] = value(field, written.get(field.key()), at + "/" + field.key());
        }
        return findings.size() > before ? null : make(form.record(), values, at);
    }

    private static String keys(SettingsForm form) {
        return String.join(", ", form.fields().stream().map(Field::key).toList());
    }

    private Object value(Field field, Object written, String at) {
        Object given = written == null ? field.preset() : written;
        if (field.list()) {
            return list(field, given, at);
        }
        if (given == null) {
            if (field.required()) {
                find(at, "Must be set: " + field.label().en(), "必须填写：" + field.label().zhCn());
            }
            return null;
        }
        return one(field, given, at);
    }

    private List<?> list(Field field, Object given, String at) {
        if (given == null) {
            return List.of();
        }
        List<?> items = given instanceof List<?> several ? several : given.equals(field.preset()) ? Arrays.asList(field.preset().split("\\s*,\\s*")) : null;
        if (items == null || items.size() > Math.min(MOST_ITEMS, field.rule().max())) {
            find(at, "Must be a list of at most " + Math.min(MOST_ITEMS, field.rule().max()) + " values", "必须是列表，最多 " + Math.min(MOST_ITEMS, field.rule().max()) + " 项");
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            values.add(one(field, items.get(i), at + "/" + i));
        }
        return values.contains(null) ? List.of() : List.copyOf(values);
    }

    private Object one(Field field, Object given, String at) {
        try {
            if (field.kind() == Kind.GROUP) {
                if (!(given instanceof Map<?, ?> map)) {
                    throw new Unfit("Must be settings by name", "必须是按名称列出的设置");
                }
                @SuppressWarnings("unchecked") Map<String, ?> named = (Map<String, ?>) map;
                return group(field.group(), named, at);
            }
            if (field.kind() == Kind.SECRET) {
                String name = text(given);
                return new Secret(secrets.apply(name).orElseThrow(() -> new Unfit("The operator keeps no secret of this name for this tenant", "运营方没有为该租户保管这个名称的密钥")));
            }
            Object value = single(field, given);
            if (value instanceof URI address && address.getHost() != null) {
                hosts.add(address.getHost().toLowerCase(java.util.Locale.ROOT));
            }
            return value;
        } catch (Unfit unfit) {
            findings.add(new Finding(at, unfit.text()));
            return null;
        }
    }

    /** A value that is neither a group nor a secret. */
    static Object single(Field field, Object given) throws Unfit {
        return switch (field.kind()) {
            case TEXT -> ruled(field, text(given));
            case WHOLE -> whole(field, given);
            case DECIMAL -> decimal(field, given);
            case SWITCH -> truth(given);
            case TIME -> time(text(given));
            case ADDRESS -> address(text(given));
            case CHOICE -> choice(field, text(given));
            default -> throw new Unfit("Must be written out", "必须写明");
        };
    }

    private static String text(Object given) throws Unfit {
        if (given instanceof String || given instanceof Number || given instanceof Boolean) {
            return given.toString();
        }
        throw new Unfit("Must be a text", "必须是文本");
    }

    private static String ruled(Field field, String text) throws Unfit {
        range(field, text.length(), " characters", " 个字符");
        if (field.rule().pattern() != null && !field.rule().pattern().matcher(text).matches()) {
            throw new Unfit("Must be of the form " + field.rule().pattern(), "格式必须为 " + field.rule().pattern());
        }
        return text;
    }

    private static void range(Field field, long size, String en, String zhCn) throws Unfit {
        if (field.list()) {
            // The rule says how many there are.
            return;
        }
        if (size < field.rule().min()) {
            throw new Unfit("Must be at least " + field.rule().min() + en, "不得小于 " + field.rule().min() + zhCn);
        }
        if (size > field.rule().max()) {
            throw new Unfit("Must be at most " + field.rule().max() + en, "不得大于 " + field.rule().max() + zhCn);
        }
    }

    private static BigDecimal number(Object given) throws Unfit {
        try {
            return new BigDecimal(text(given));
        } catch (NumberFormatException none) {
            throw new Unfit("Must be a number", "必须是数字");
        }
    }

    private static Object whole(Field field, Object given) throws Unfit {
        try {
            boolean small = field.type() == int.class || field.type() == Integer.class;
            long value = small ? number(given).intValueExact() : number(given).longValueExact();
            range(field, value, "", "");
            if (small) {
                return (int) value;
            }
            return value;
        } catch (ArithmeticException other) {
            throw new Unfit("Must be a whole number that is not too great", "必须是不过大的整数");
        }
    }

    private static Double decimal(Field field, Object given) throws Unfit {
        double value = number(given).doubleValue();
        if (!field.list() && (value < field.rule().min() || value > field.rule().max())) {
            throw new Unfit("Must be between " + field.rule().min() + " and " + field.rule().max(), "必须在 " + field.rule().min() + " 与 " + field.rule().max() + " 之间");
        }
        return value;
    }

    private static Boolean truth(Object given) throws Unfit {
        return switch (text(given)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unfit("Must be true or false", "必须是 true 或 false");
        };
    }

    private static Duration time(String text) throws Unfit {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new Unfit("Must be a time such as 90s, 15m, 24h or 7d", "必须是时长，例如 90s、15m、24h 或 7d");
        }
        return UNITS.get(time.group(2)).multipliedBy(Long.parseLong(time.group(1)));
    }

    private static URI address(String text) throws Unfit {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && SCHEMES.contains(address.getScheme()) && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException none) {
            throw noAddress();
        }
        throw noAddress();
    }

    private static Unfit noAddress() {
        return new Unfit("Must be an address such as https://www.example.com/path or imaps://mail.example.com", "必须是网址，例如 https://www.example.com/path 或 imaps://mail.example.com");
    }

    private static Object choice(Field field, String text) throws Unfit {
        return Arrays.stream(field.type().getEnumConstants()).filter(c -> SettingsForm.choice((Enum<?>) c).equals(text)).findFirst()
                .orElseThrow(() -> new Unfit("Must be one of " + String.join(", ", field.choices()), "必须是以下之一：" + String.join("、", field.choices())));
    }

    private Record make(Class<? extends Record> type, Object[] values, String at) {
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new));
            // Records of a plugin need not be public.
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            String why = refused.getCause() instanceof IllegalArgumentException said && said.getMessage() != null ? said.getMessage() : refused.getCause().getClass().getSimpleName();
            find(at, why, why);
            return null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void find(String at, String en, String zhCn) {
        findings.add(new Finding(at, new Text(en, zhCn)));
    }
}
