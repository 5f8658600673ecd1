package dev.pledgedesk.console;

import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.tenancy.TicketSection.StatusCategory;
import dev.pledgedesk.ticket.Priority;
import dev.pledgedesk.ticket.TicketFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the address of the queue asks for, in the words of the REST list, so that a saved view means the same to both. Values that mean nothing are
 * dropped: an old link still shows something. Nothing asked for means: everything that is not done, last changed first.
 */
public final class QueueQuery {

    /** Parameters in the order in which they are written. */
    static final List<String> SINGLE = List.of("q", "status", "type", "category", "priority", "team", "department", "assigneeId", "requesterId", "tag", "externalId");
    /** Categories of tickets that somebody still has to work on. */
    static final List<String> UNDONE = List.of("new", "open", "pending", "on-hold");
    /** Orders by their name in the address. */
    public static final Map<String, TicketFilter.Order> ORDERS = orders();

    private final Map<String, String> values;
    private final List<String> categories;
    private final String sort;
    private final String after;

    private QueueQuery(Map<String, String> values, List<String> categories, String sort, String after) {
        this.values = values;
        this.categories = categories;
        this.sort = sort;
        this.after = after;
    }

    private static Map<String, TicketFilter.Order> orders() {
        Map<String, TicketFilter.Order> orders = new LinkedHashMap<>();
        orders.put("-updatedAt", TicketFilter.Order.LAST_UPDATED);
        orders.put("updatedAt", TicketFilter.Order.FIRST_UPDATED);
        orders.put("-createdAt", TicketFilter.Order.NEWEST);
        orders.put("createdAt", TicketFilter.Order.OLDEST);
        return Collections.unmodifiableMap(orders);
    }

    /** From the parameters of a request. */
    public static QueueQuery of(MultivaluedMap<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : SINGLE) {
            String value = parameters.getFirst(name);
            if (value != null && !value.isBlank() && value.length() <= 200) {
                values.put(name, value.strip());
            }
        }
        List<String> known = Arrays.stream(StatusCategory.values()).map(StatusCategory::key).toList();
        List<String> categories = parameters.getOrDefault("statusCategory", List.of()).stream().filter(known::contains).distinct().toList();
        String sort = ORDERS.containsKey(parameters.getFirst("sort")) ? parameters.getFirst("sort") : null;
        if (values.isEmpty() && categories.isEmpty() && sort == null) {
            categories = UNDONE;
        }
        return new QueueQuery(values, categories, sort == null ? "-updatedAt" : sort, parameters.getFirst("after"));
    }

    /** The filter for a caller. */
    public TicketFilter filter(UUID me) {
        String assignee = values.get("assigneeId");
        Priority priority = Arrays.stream(Priority.values()).filter(p -> p.key().equals(values.get("priority"))).findFirst().orElse(null);
        List<StatusCategory> wanted = Arrays.stream(StatusCategory.values()).filter(c -> categories.contains(c.key())).toList();
        return new TicketFilter(values.get("q"), values.get("status"), wanted, values.get("type"), values.get("category"), priority, values.get("team"),
                values.get("department"), "me".equals(assignee) ? me : Ids.parse(assignee).orElse(null), "none".equals(assignee),
                Ids.parse(values.get("requesterId")).orElse(null), values.get("tag"), values.get("externalId"), ORDERS.get(sort));
    }

    /** The value of a parameter, empty if it is not asked for. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public List<String> categories() {
        return categories;
    }

    public boolean hasCategory(String key) {
        return categories.contains(key);
    }

    public String sort() {
        return sort;
    }

    /** Cursor of the page, null for the first. */
    public String after() {
        return after;
    }

    /** Whether new tickets can show up on this page by themselves. */
    public boolean isLive() {
        return after == null && get("q").isEmpty();
    }

    /** Names of the single parameters that are asked for, the words aside. */
    public List<String> asked() {
        return values.keySet().stream().filter(name -> !name.equals("q")).toList();
    }

    /** The query string of the same list, from its start. */
    public String text() {
        return write(values, categories, null);
    }

    /** The query string of this very page. */
    public String here() {
        return write(values, categories, after);
    }

    /** The query string of the next page. */
    public String next(String cursor) {
        return write(values, categories, cursor);
    }

    /** The query string with another value; null takes the parameter away. */
    public String with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(values);
        if (value == null) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return write(other, categories, null);
    }

    /** The query string with a status category switched on or off. */
    public String toggled(String category) {
        List<String> other = new ArrayList<>(categories);
        if (!other.remove(category)) {
            other.add(category);
        }
        return write(values, other, null);
    }

    /** The query string without any status category. */
    public String anyStatus() {
        return write(values, List.of(), null);
    }

    private String write(Map<String, String> single, List<String> multiple, String cursor) {
        StringBuilder text = new StringBuilder();
        single.forEach((name, value) -> add(text, name, value));
        multiple.forEach(value -> add(text, "statusCategory", value));
        add(text, "sort", sort);
        if (cursor != null) {
            add(text, "after", cursor);
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String name, String value) {
        text.append(text.length() == 0 ? "" : "&").append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
