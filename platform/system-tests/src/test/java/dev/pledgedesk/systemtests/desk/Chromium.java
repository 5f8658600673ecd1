package dev.pledgedesk.systemtests.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Any Chromium of this machine, without a window. Nothing is downloaded. */
public final class Chromium implements AutoCloseable {

    /** Told when browser tests are skipped. */
    public static final String MISSING = "no Chromium on this machine; install one, or set PLEDGEDESK_BROWSER to its executable";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge");
    private static final List<String> PLACES = List.of("/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome", "/usr/lib/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium");
    private static final double PATIENCE_MILLIS = 20_000;

    private final Locale before = Locale.getDefault();
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        // The driver's protocol is written in lower case by the language of the JVM, and there is no "vısıble".
        Locale.setDefault(Locale.ROOT);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setExecutablePath(executable);
        browser = playwright.chromium().launch(runsAsRoot() ? options.setArgs(List.of("--no-sandbox")) : options);
    }

    /**
     * Where a browser is.
     *
     * @return an executable, empty if there is none in the usual places
     */
    public static Optional<Path> find() {
        Stream<String> path = Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"));
        Stream<Path> usual = Stream.concat(path, PLACES.stream()).filter(p -> !p.isBlank())
                .flatMap(place -> Stream.concat(NAMES.stream().map(name -> Path.of(place, name)), Stream.of(Path.of(place))));
        return Stream.concat(Stream.ofNullable(System.getenv("PLEDGEDESK_BROWSER")).map(Path::of), usual)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }

    /** Starts the browser that {@link #find} has found. */
    public static Chromium start(Path executable) {
        return new Chromium(executable);
    }

    private static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /**
     * A browser profile of somebody's own: no cookies yet.
     *
     * @param language what the browser asks for
     * @param scripts  whether it runs JavaScript
     * @param width    of the window in CSS pixels
     * @return to be closed
     */
    public BrowserContext profile(String language, boolean scripts, int width) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale(language).setTimezoneId("Asia/Shanghai").setJavaScriptEnabled(scripts)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** Signs a member of staff in on the console and leaves the page there. */
    public static Page console(BrowserContext profile, Vendor vendor, Vendor.Account account) {
        Page page = profile.newPage();
        page.navigate(vendor.portal() + "console/sign-in");
        page.fill("#name", account.login());
        page.fill("#password", account.password());
        page.click("main form button");
        page.waitForURL("**/console**");
        return page;
    }

    /** Signs a customer who has got a mail before in by the next code and leaves the page at the customer's tickets. */
    public static Page portal(BrowserContext profile, Vendor vendor, String address) {
        int mails = vendor.mails().await(address, 1).size();
        Page page = profile.newPage();
        page.navigate(vendor.portal() + "sign-in");
        page.fill("#email", address);
        page.click("form[data-operation=createSignInCode] button");
        page.fill("#code", vendor.mails().code(address, mails + 1));
        page.click("form[data-operation=createToken] button");
        page.waitForURL("**/tickets**");
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        Locale.setDefault(before);
    }
}
