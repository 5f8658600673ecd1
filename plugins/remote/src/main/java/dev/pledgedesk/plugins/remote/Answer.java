package dev.pledgedesk.plugins.remote;

import com.github.cliftonlabs.json_simple.JsonArray;
import com.github.cliftonlabs.json_simple.JsonObject;
import dev.pledgedesk.sdk.EntitlementLookup.Fact;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketPanel.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON object of a service; what is not as the contract says is refused by name. */
record Answer(JsonObject json) {

    /** Makes something of a part of an answer. */
    @FunctionalInterface
    interface Part<T> {

        T of(Answer part);
    }

    /** A text that must be there. */
    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    /** A text that may be missing. */
    Optional<String> optional(String name) {
        Object value = json.get(name);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return Optional.ofNullable((String) value);
    }

    /** True or false; false if it is missing. */
    boolean yes(String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    /** A text in both languages; a plain one is the same in both. */
    Text bilingual(String name) {
        return bilingual(name, json.get(name));
    }

    private static Text bilingual(String name, Object value) {
        if (value instanceof String same) {
            return Text.same(same);
        }
        if (value instanceof JsonObject both) {
            Answer texts = new Answer(both);
            return new Text(texts.text("en"), texts.text("zhCn"));
        }
        throw new IllegalArgumentException(name + " is no text in English and Chinese");
    }

    /** Objects of a list; none if it is missing. */
    <T> List<T> list(String name, Part<T> part) {
        List<T> all = new ArrayList<>();
        for (Object item : array(name)) {
            if (!(item instanceof JsonObject object)) {
                throw new IllegalArgumentException(name + " holds something that is no object");
            }
            all.add(part.of(new Answer(object)));
        }
        return all;
    }

    /** Texts of a list. */
    List<String> texts(String name) {
        return array(name).stream().map(item -> item instanceof String text ? text : refuse(name)).toList();
    }

    private static String refuse(String name) {
        throw new IllegalArgumentException(name + " holds something that is no text");
    }

    /** Texts of a list, in both languages. */
    List<Text> bilinguals(String name) {
        return array(name).stream().map(item -> bilingual(name, item)).toList();
    }

    /** Lists of a list, each of texts in both languages. */
    List<List<Text>> rows(String name) {
        return array(name).stream().map(row -> {
            if (!(row instanceof JsonArray texts)) {
                throw new IllegalArgumentException(name + " holds something that is no list");
            }
            return texts.stream().map(item -> bilingual(name, item)).toList();
        }).toList();
    }

    /** A table. */
    Table table() {
        return new Table(bilingual("caption"), bilinguals("columns"), rows("rows"));
    }

    /** Names with their values. */
    List<Fact> facts() {
        return list("facts", f -> new Fact(f.bilingual("name"), f.bilingual("value")));
    }

    private JsonArray array(String name) {
        Object value = json.get(name);
        if (value != null && !(value instanceof JsonArray)) {
            throw new IllegalArgumentException(name + " is no list");
        }
        return value == null ? new JsonArray() : (JsonArray) value;
    }
}
