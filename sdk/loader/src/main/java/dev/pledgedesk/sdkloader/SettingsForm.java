package dev.pledgedesk.sdkloader;

import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.Setting;
import dev.pledgedesk.sdk.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The settings that a record asks for: what a form shows, what documentation lists, and what {@link SettingsReader} reads.
 *
 * @param record whose components they are
 * @param fields in the order of the record
 */
public record SettingsForm(Class<? extends Record> record, List<Field> fields) {

    /** What a setting is. */
    public enum Kind {
        TEXT, WHOLE, DECIMAL, SWITCH, TIME, ADDRESS, SECRET, CHOICE, GROUP
    }

    /**
     * One setting.
     *
     * @param key      name of the component
     * @param kind     of the value, or of each value if it is a list
     * @param list     whether it holds several
     * @param label    what it is
     * @param required whether it must be written
     * @param preset   as it would be written, null if there is none
     * @param choices  of a choice
     * @param group    of a group
     */
    public record Field(String key, Kind kind, boolean list, Text label, boolean required, String preset, List<String> choices, SettingsForm group, Rule rule, Class<?> type) {
    }

    /**
     * What a value must be like.
     *
     * @param min     least number or length, inclusive
     * @param max     greatest, inclusive
     * @param pattern which the whole text matches, null for any
     */
    public record Rule(long min, long max, Pattern pattern) {
    }

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> DECIMAL = Set.of(double.class, Double.class);
    private static final int DEEPEST = 3;

    /**
     * Reads a record's form.
     *
     * @throws PluginRefused if a component is of a type that cannot be written in a configuration, or is not described
     */
    public static SettingsForm of(Class<? extends Record> record) throws PluginRefused {
        return of(record, 1);
    }

    private static SettingsForm of(Class<? extends Record> record, int depth) throws PluginRefused {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            fields.add(field(record, component, depth));
        }
        return new SettingsForm(record, List.copyOf(fields));
    }

    private static Field field(Class<?> record, RecordComponent component, int depth) throws PluginRefused {
        String where = record.getName() + "." + component.getName();
        Setting said = component.getAnnotation(Setting.class);
        if (said == null) {
            throw new PluginRefused("the setting " + where + " is not described: it has no @Setting");
        }
        boolean list = component.getType() == List.class;
        Class<?> type = list ? element(component.getGenericType(), where) : component.getType();
        Kind kind = kind(type, where);
        if (kind == Kind.GROUP && (!list || depth == DEEPEST)) {
            throw new PluginRefused("the setting " + where + " holds settings: these stand in lists only, and at most " + DEEPEST + " deep");
        }
        if (said.optional() && type.isPrimitive()) {
            throw new PluginRefused("the setting " + where + " may be left out, so it cannot be of type " + type);
        }
        SettingsForm group = kind == Kind.GROUP ? of(type.asSubclass(Record.class), depth + 1) : null;
        boolean required = said.preset().isEmpty() && !said.optional() && !list;
        try {
            Field field = new Field(component.getName(), kind, list, new Text(said.en(), said.zhCn()), required, said.preset().isEmpty() ? null : said.preset(),
                    kind == Kind.CHOICE ? Arrays.stream(type.getEnumConstants()).map(c -> choice((Enum<?>) c)).toList() : List.of(), group,
                    new Rule(said.min(), said.max(), said.pattern().isEmpty() ? null : Pattern.compile(said.pattern())), type);
            if (field.preset() != null && !list) {
                SettingsReader.single(field, field.preset());
            }
            return field;
        } catch (PatternSyntaxException broken) {
            throw new PluginRefused("the pattern of the setting " + where + " is none: " + broken.getMessage(), broken);
        } catch (SettingsReader.Unfit unfit) {
            throw new PluginRefused("the preset of the setting " + where + " is not allowed: " + unfit.text().en(), unfit);
        }
    }

    /** How a constant is written: in lower-kebab case. */
    static String choice(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Class<?> element(Type type, String where) throws PluginRefused {
        if (type instanceof ParameterizedType of && of.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        throw new PluginRefused("the setting " + where + " is a list of nothing known");
    }

    private static Kind kind(Class<?> type, String where) throws PluginRefused {
        if (type == String.class) {
            return Kind.TEXT;
        }
        if (WHOLE.contains(type)) {
            return Kind.WHOLE;
        }
        if (DECIMAL.contains(type)) {
            return Kind.DECIMAL;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.SWITCH;
        }
        if (type == Duration.class) {
            return Kind.TIME;
        }
        if (type == URI.class) {
            return Kind.ADDRESS;
        }
        if (type == Secret.class) {
            return Kind.SECRET;
        }
        if (type.isEnum()) {
            return Kind.CHOICE;
        }
        if (type.isRecord()) {
            return Kind.GROUP;
        }
        throw new PluginRefused("the setting " + where + " is of type " + type.getName() + ", which no configuration can hold");
    }
}
