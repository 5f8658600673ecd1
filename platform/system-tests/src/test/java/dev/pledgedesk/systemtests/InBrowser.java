package dev.pledgedesk.systemtests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import dev.pledgedesk.systemtests.desk.Chromium;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that click through pages, with one browser for all tests of a class. */
abstract class InBrowser {

    /** Widths, in pixels, that every page is looked at in. */
    static final int DESKTOP = 1440;
    static final int PHONE = 390;

    static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), Chromium.MISSING);
        chromium = Chromium.start(executable.get());
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** What stands in the middle of a page. */
    static String main(Page page) {
        return page.locator("main").innerText();
    }
}
