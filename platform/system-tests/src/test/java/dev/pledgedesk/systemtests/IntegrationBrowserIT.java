package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.systemtests.desk.Channels;
import dev.pledgedesk.systemtests.desk.Chromium;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.MailHost;
import dev.pledgedesk.systemtests.desk.Receiver;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tenant's administrator switches a plugin on and has a system told, by clicking. */
class IntegrationBrowserIT extends InBrowser {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Vendor vendor() throws ApiException {
        return vendor("smart-appliance");
    }

    private static Vendor vendor(String folder) throws ApiException {
        String key = "clicked-" + UUID.randomUUID().toString().substring(24);
        Folder.of(folder).as(key, key + ".localhost").apply();
        return Vendor.at(key, key + ".localhost");
    }

    @Test
    void aPluginIsSwitchedOffAndOnWithOtherSettings() throws ApiException {
        Vendor vendor = vendor();
        try (BrowserContext inside = chromium.profile("en", true, DESKTOP)) {
            Page desk = Chromium.console(inside, vendor, vendor.newStaff("tenant-administrator"));
            desk.navigate(vendor.portal() + "console/admin/plugins");
            var device = desk.locator("details", new Page.LocatorOptions().setHasText("smart-appliance/device")).first();
            device.locator("summary").first().click();
            String models = device.locator("textarea[name='s.models']").inputValue();
            assertThat(models).contains("letters: H200");
            device.locator("textarea[name='s.models']").fill("- {letters: [");
            device.locator("button.btn-primary").click();
            device = desk.locator("details[open]", new Page.LocatorOptions().setHasText("smart-appliance/device")).first();
            assertThat(device.innerText()).contains("This is no YAML");
            assertThat(device.locator("textarea[name='s.models']").inputValue()).as("nothing is lost").isEqualTo("- {letters: [");
            device.locator("textarea[name='s.models']").fill("- {letters: H200, name: HW, months: many}");
            device.locator("button.btn-primary").click();
            device = desk.locator("details[open]", new Page.LocatorOptions().setHasText("smart-appliance/device")).first();
            assertThat(device.locator(".field-error").count()).as("what the plugin says, at its field").isEqualTo(1);
            device.locator("textarea[name='s.models']").fill(models);
            device.locator("form[action*=off] button, button.btn-danger").first().click();
            assertThat(desk.locator("[data-operation=listExtensions]").innerText()).doesNotContain("smart-appliance/device");

            device = desk.locator("details", new Page.LocatorOptions().setHasText("smart-appliance/device")).first();
            device.locator("summary").first().click();
            device.locator("[name='s.form']").fill("JH(?<year>\\d{2})(?<model>[A-Z]\\d{3})\\d{4}");
            device.locator("textarea[name='s.models']").fill("- {letters: H200, name: HW-200, months: 36}");
            device.locator("button.btn-primary").click();
            assertThat(desk.locator("[data-operation=listExtensions]").innerText()).contains("smart-appliance/device");
            assertThat(desk.locator("[data-operation=getExtensionConfiguration] pre").textContent()).contains("use: device").contains("letters: H200");

            desk.fill("#v-smart-appliance", "9.9.9");
            desk.locator("form[action*='/smart-appliance/version'] button").click();
            assertThat(main(desk)).contains("9.9.9").contains("smart-appliance");
        }
    }

    @Test
    void aRegisterIsSentAsATableAndOfferedWhileACustomerTypes() throws Exception {
        Vendor vendor = vendor("art-platform");
        Path table = Files.writeString(Files.createTempFile("register", ".csv"), "作品名称,作者,证书编号,colour\n寒江,周一苇,LJC20260001,red\n");
        Path right = Files.writeString(Files.createTempFile("register", ".csv"), "作品名称,作者,证书编号\n寒江,周一苇,LJC20260001\n寒江秋月,周一苇,\n");
        try (BrowserContext inside = chromium.profile("en", true, PHONE); BrowserContext outside = chromium.profile("zh-CN", true, PHONE)) {
            Page desk = Chromium.console(inside, vendor, vendor.newStaff("tenant-administrator"));
            desk.navigate(vendor.portal() + "console/admin/plugins");
            String form = "form[action*='/art-platform/artwork-title/settings']";
            desk.locator("details:has(" + form + ") > summary").first().click();
            desk.setInputFiles(form + " input[type=file]", table);
            desk.click(form + " button");
            assertThat(desk.locator(form + " .field-error").allInnerTexts()).as("what is wrong, at its field").singleElement().asString().contains("colour").contains("title");
            desk.setInputFiles(form + " input[type=file]", right);
            desk.click(form + " button");
            desk.locator("details:has(" + form + ") > summary").first().click();
            assertThat(desk.inputValue(form + " textarea")).contains("寒江秋月").doesNotContain("竹外三枝");

            Page portal = outside.newPage();
            portal.navigate(vendor.portal() + "new/authenticity-question");
            portal.locator("[name='fields.artworkTitle']").pressSequentially("秋月");
            await().atMost(SOON).until(() -> portal.locator("datalist option").count() == 1);
            assertThat(portal.locator("datalist option").getAttribute("value")).isEqualTo("寒江秋月");
        } finally {
            Files.delete(table);
            Files.delete(right);
        }
    }

    @Test
    void aCustomerIsAnsweredWhileHeWrites() throws Exception {
        try (BrowserContext outside = chromium.profile("en", true, PHONE)) {
            Page portal = outside.newPage();
            portal.navigate(Vendor.appliance().portal() + "new/fault-report");
            portal.fill("#description", "The heater shows E04 since this morning.");
            portal.locator("#description").blur();
            portal.locator("#suggestions").waitFor();
            assertThat(portal.locator("#suggestions").innerText()).isNotBlank();
        }
    }

    @Test
    void whatWaitsIsDecidedByClicking() throws Exception {
        Vendor vendor = vendor();
        Channels.secret(vendor.key(), "mailbox", MailHost.PASSWORD);
        try (BrowserContext inside = chromium.profile("en", true, PHONE); MailHost host = new MailHost("desk@vendor.example")) {
            Channels.on(vendor.newStaff("tenant-administrator").visitor(), "mail", Map.of("imap", host.imap("mailbox")));
            host.comes("From: Li Na <li@customer.example>\nSubject: <b>Please</b> hurry\nX-Spam-Flag: YES\n\nIt drips.");
            Page desk = Chromium.console(inside, vendor, vendor.newStaff("agent"));
            desk.navigate(vendor.portal() + "console/inbound");
            await().atMost(SOON).until(() -> {
                desk.reload();
                return main(desk).contains("It drips.");
            });
            assertThat(main(desk)).as("as it was written, and not more").contains("<b>Please</b> hurry").doesNotContain("li@customer.example");
            desk.fill("form[data-operation=joinInboundMessage] input[name=number]", "SMA-2020-000001");
            desk.click("form[data-operation=joinInboundMessage] button");
            assertThat(desk.locator(".field-error").count()).as("no such ticket").isEqualTo(1);
            assertThat(desk.inputValue("form[data-operation=joinInboundMessage] input[name=number]")).isEqualTo("SMA-2020-000001");
            desk.click("form[data-operation=fileInboundMessage] button");
            assertThat(main(desk)).doesNotContain("It drips.");
            desk.click("a[href='/console/inbound?state=filed']");
            desk.locator("main article a").first().click();
            assertThat(main(desk)).contains("It drips.").contains("<b>Please</b> hurry");
        }
    }

    @Test
    void aSystemIsToldByClicking() throws ApiException {
        Vendor vendor = vendor();
        try (BrowserContext inside = chromium.profile("en", true, PHONE); Receiver receiver = new Receiver()) {
            Page desk = Chromium.console(inside, vendor, vendor.newStaff("tenant-administrator"));
            desk.navigate(vendor.portal() + "console/admin");
            desk.click("a[href='/console/admin/webhooks']");
            desk.fill("#name", "Stock system");
            desk.fill("#address", receiver.address());
            desk.fill("#types", "ticket.created, ticket.gone");
            desk.click("form[data-operation=createWebhook] button");
            assertThat(main(desk)).as("what is not known").contains("ticket.gone");
            assertThat(desk.inputValue("#address")).isEqualTo(receiver.address());
            desk.fill("#types", "ticket.created");
            desk.click("form[data-operation=createWebhook] button");
            String secret = desk.locator(".secret").innerText();
            assertThat(secret).startsWith("whsec_");
            desk.click("form[data-operation=testWebhook] button");
            await().atMost(SOON).until(() -> receiver.messages().size() == 1);
            assertThat(receiver.messages().get(0).isSignedWith(secret)).isTrue();
            await().atMost(SOON).until(() -> {
                desk.reload();
                return main(desk).contains("answered 200");
            });
            assertThat(desk.locator(".secret").count()).as("shown once").isZero();
            desk.click("form[data-operation=replayWebhookDelivery] button");
            await().atMost(SOON).until(() -> receiver.messages().size() == 2);
            desk.locator("form[data-operation=changeWebhook] button.btn-quiet").click();
            assertThat(main(desk)).contains("Paused").contains("Somebody has paused it");
        }
    }
}
