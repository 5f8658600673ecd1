package dev.pledgedesk.systemtests.desk;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Opens pages on a phone and on a desktop: each opens, says nothing on the browser's console, breaks no rule of WCAG 2.2 AA that a machine can check,
 * does not scroll sideways, and leaves a picture of itself.
 */
public final class PageCheck {

    private static final List<Integer> WIDTHS = List.of(390, 1440);
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** The rules take their time, so each language is checked in one width and each width in one language. */
    private static final Map<String, Integer> RULED_WIDTH = Map.of("zh-CN", WIDTHS.get(0), "en", WIDTHS.get(1));

    private final Chromium chromium;

    public PageCheck(Chromium chromium) {
        this.chromium = chromium;
    }

    /**
     * Goes in by the door, then opens each page, in each width.
     *
     * @param pages paths without the first slash, by a name for the picture
     * @return what is wrong, empty for nothing
     */
    public List<String> show(String language, String site, Function<BrowserContext, Page> door, Map<String, String> pages) {
        List<String> wrong = new ArrayList<>();
        for (int width : WIDTHS) {
            try (BrowserContext profile = chromium.profile(language, true, width)) {
                Page page = door.apply(profile);
                page.onConsoleMessage(said -> {
                    if (said.type().equals("error")) {
                        wrong.add(width + " " + page.url() + " console: " + said.text());
                    }
                });
                page.onPageError(error -> wrong.add(width + " " + page.url() + " script: " + error));
                pages.forEach((name, path) -> check(page, language, width, name, site + path, wrong));
            }
        }
        return wrong;
    }

    private static void check(Page page, String language, int width, String name, String address, List<String> wrong) {
        Response response = page.navigate(address);
        String where = name + " " + language + " " + width + ": ";
        if (response.status() != 200) {
            wrong.add(where + "status " + response.status());
            return;
        }
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Server.output().resolve("screenshots").resolve(name + "-" + language + "-" + width + ".png")));
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            wrong.add(where + "lang " + page.locator("html").getAttribute("lang"));
        }
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))) {
            wrong.add(where + "scrolls sideways");
        }
        if (width != RULED_WIDTH.get(language)) {
            return;
        }
        for (Rule rule : new AxeBuilder(page).setLegacyMode(true).withTags(RULES).analyze().getViolations()) {
            wrong.add(where + rule.getId() + ", " + rule.getHelp() + ": " + rule.getNodes().stream().limit(3).map(n -> String.valueOf(n.getTarget())).toList());
        }
    }
}
