package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The portal in the vendor's own words: what he says is shown, escaped and filled, what he leaves out has the platform's words, and what no page could show is refused. */
class PortalTextsIT {

    private static final String TEXTS = """
            texts:
              - key: portal.home.greeting
                text: {zh-CN: 欢迎 <b>来访</b>, en: Welcome <b>here</b>}
              - key: portal.files.hint
                text: {zh-CN: "至多 {1} MB，{0} 个", en: "It's {1} MB at most, {0} of them"}
            """;

    private final String key = "phrasing-" + UUID.randomUUID().toString().substring(0, 8);
    private final Folder folder = Folder.of("art-platform").as(key, key + ".localhost");
    private final Vendor vendor = Vendor.at(key, key + ".localhost");

    private static String page(Vendor at, String language, String path) throws Exception {
        return new String(at.guest().in(language).send("GET", path, null).body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void ownWordsAreShownAndTheOthersAreOurs() throws Exception {
        folder.with("portal.yaml", TEXTS).apply();
        assertThat(page(vendor, "en", "/")).contains("Welcome &lt;b&gt;here&lt;/b&gt;").doesNotContain("How can we help you?");
        assertThat(page(vendor, "zh-CN", "/")).contains("欢迎 &lt;b&gt;来访&lt;/b&gt;");
        assertThat(page(vendor, "en", "/new/consultation")).contains("It's 25 MB at most, 10 of them").contains("Send the request");
        assertThat(page(Vendor.art(), "en", "/")).as("another vendor's are ours").contains("How can we help you?");
        assertThat(vendor.staff("tenant-administrator").visitor().configuration().getConfiguration().getDocument().toString()).contains("portal.home.greeting");
    }

    @Test
    void whatNoPageCouldShowIsRefusedInThePlan() throws ApiException {
        assertThat(refused(TEXTS.replace("portal.home.greeting", "portal.home.greting"))).contains("portal.home.greting");
        assertThat(refused(TEXTS.replace("portal.home.greeting", "console.texts"))).as("texts of staff are the platform's").contains("console.texts");
        assertThat(refused(TEXTS.replace("{1} MB at most", "{2} MB at most"))).contains("{2}");
        assertThat(refused(TEXTS.replace(", en: Welcome <b>here</b>", ""))).contains("en");
        assertThat(refused(TEXTS + TEXTS.replace("texts:\n", ""))).contains("portal.home.greeting");
    }

    private String refused(String texts) {
        return Refusal.of(folder.with("portal.yaml", texts)::apply).toString();
    }
}
