package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.tenancy.control.ConfigPlan.Change;
import dev.pledgedesk.tenancy.control.ConfigPlan.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Differences between two configurations, list elements being matched by what they are called, so that an insertion is one line. */
final class ConfigDiff {

    private static final int MAX_TEXT = 200;
    /** What elements of lists may be called by. */
    private static final List<String> NAMES = List.of("key", "plugin", "use");

    private final List<Change> changes = new ArrayList<>();

    private ConfigDiff() {
    }

    /** Differences from {@code before}, null for a new tenant, to {@code after}. */
    static List<Change> between(JsonNode before, JsonNode after) {
        ConfigDiff diff = new ConfigDiff();
        diff.compare("", before, after);
        return List.copyOf(diff.changes);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before == null || before.isNull() || before.isMissingNode()) {
            if (after != null && !after.isNull()) {
                changes.add(new Change(Kind.ADDED, path.isEmpty() ? "tenant" : path, null, text(after)));
            }
        } else if (after == null || after.isNull() || after.isMissingNode()) {
            changes.add(new Change(Kind.REMOVED, path, text(before), null));
        } else if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            after.fieldNames().forEachRemaining(names::add);
            before.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name)));
        } else if (NAMES.stream().anyMatch(name -> named(before, name) && named(after, name))) {
            compareNamed(path, before, after, NAMES.stream().filter(name -> named(before, name) && named(after, name)).findFirst().orElseThrow());
        } else if (!before.equals(ConfigDiff::order, after)) {
            changes.add(new Change(Kind.CHANGED, path, text(before), text(after)));
        }
    }

    /** A number is the same however large the type is that holds it. */
    private static int order(JsonNode one, JsonNode other) {
        return one.equals(other) || one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0 ? 0 : 1;
    }

    private void compareNamed(String path, JsonNode before, JsonNode after, String name) {
        Map<String, JsonNode> old = byName(before, name);
        Map<String, JsonNode> fresh = byName(after, name);
        fresh.forEach((key, node) -> compare(path + "[" + key + "]", old.get(key), node));
        old.forEach((key, node) -> {
            if (!fresh.containsKey(key)) {
                compare(path + "[" + key + "]", node, null);
            }
        });
        List<String> commonOld = old.keySet().stream().filter(fresh::containsKey).toList();
        List<String> commonNew = fresh.keySet().stream().filter(old::containsKey).toList();
        if (!commonOld.equals(commonNew)) {
            changes.add(new Change(Kind.CHANGED, path, String.join(", ", commonOld), String.join(", ", commonNew)));
        }
    }

    private static boolean named(JsonNode node, String name) {
        if (!node.isArray() || node.isEmpty()) {
            return false;
        }
        for (JsonNode item : node) {
            if (!item.hasNonNull(name)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, JsonNode> byName(JsonNode array, String name) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        array.forEach(item -> map.put(item.get(name).asText(), item));
        return map;
    }

    private static String text(JsonNode node) {
        String text = node.isValueNode() ? node.asText() : node.hasNonNull("key") ? node.get("key").asText() : node.toString();
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
    }
}
