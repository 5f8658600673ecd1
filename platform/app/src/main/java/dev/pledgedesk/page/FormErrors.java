package dev.pledgedesk.page;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a form that is shown again: a text beside each field, and one for the whole. */
public final class FormErrors {

    private final Site site;
    private final Map<String, String> byField = new LinkedHashMap<>();
    private String general;

    /** No errors so far; texts will be in the site's language. */
    public FormErrors(Site site) {
        this.site = site;
    }

    /** An error at a field; the first one of a field stays. */
    public void add(String field, String key, Object... arguments) {
        byField.putIfAbsent(field, site.text(key, arguments));
    }

    /**
     * The errors of a problem. The JSON pointers of the operation become names of form fields: {@code /fields/model} is {@code fields.model},
     * and everything about files is {@code files}.
     */
    public void add(Problem problem) {
        for (FieldError error : problem.errors()) {
            add(field(error.pointer()), error.message(), error.arguments().toArray());
        }
        if (problem.errors().isEmpty()) {
            general = site.text(problem.detail(), problem.arguments().toArray());
        }
    }

    private static String field(String pointer) {
        String name = pointer.substring(1).replace('/', '.');
        boolean file = name.startsWith("attachmentIds") || name.equals("content") || name.equals("fileName");
        return file ? "files" : name.equals("requester") ? "requester.email" : name;
    }

    public boolean isEmpty() {
        return byField.isEmpty() && general == null;
    }

    /** The text beside a field, null if it is right. */
    public String at(String field) {
        return byField.get(field);
    }

    /** Texts by field, first those of known fields in their order, then the others. */
    public Map<String, String> byField(Collection<String> order) {
        Map<String, String> sorted = new LinkedHashMap<>();
        order.stream().filter(byField::containsKey).forEach(field -> sorted.put(field, byField.get(field)));
        byField.forEach(sorted::putIfAbsent);
        return sorted;
    }

    /** What is wrong with the whole, null if nothing. */
    public String general() {
        return general;
    }
}
