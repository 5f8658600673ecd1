package dev.pledgedesk.page;

import java.util.Map;

/**
 * A page to be rendered.
 *
 * @param template path below {@code src/main/jte}, such as {@code portal/home.jte}
 * @param model    parameters of the template beside {@code site}, which every template gets
 * @param status   HTTP status
 */
public record HtmlPage(String template, Map<String, Object> model, int status) {

    /** A page with one parameter, {@code page}. */
    public static HtmlPage of(String template, Object page) {
        return new HtmlPage(template, Map.of("page", page), 200);
    }

    /** A page without parameters of its own. */
    public static HtmlPage of(String template) {
        return new HtmlPage(template, Map.of(), 200);
    }

    /** The same page with another status. */
    public HtmlPage withStatus(int other) {
        return new HtmlPage(template, model, other);
    }
}
