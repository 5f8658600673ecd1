package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Message;
import dev.pledgedesk.client.model.StatusCategory;
import dev.pledgedesk.systemtests.desk.Authenticator;
import dev.pledgedesk.systemtests.desk.Chromium;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The main job in a real browser: a customer without JavaScript, an agent with a live queue. */
class BrowserIT extends InBrowser {

    private final Vendor art = Vendor.art();
    private final Vendor.Account agent = art.staff("agent");
    private final Visitor desk = agent.visitor();

    @Test
    void theConsoleLeadsToTheAgreementAndOnlyFromThereOn() throws ApiException {
        String key = "discreet-" + UUID.randomUUID().toString().substring(0, 8);
        Folder folder = Folder.of("art-platform").as(key, key + ".localhost");
        Vendor vendor = Vendor.at(key, key + ".localhost");
        folder.apply();
        Vendor.Account agent = vendor.newStaff("agent");
        folder.with("privacy.yaml", AgreementIT.agreement("2026-1")).apply();
        try (BrowserContext profile = chromium.profile("en", true, DESKTOP)) {
            Page page = Chromium.console(profile, vendor, agent);
            page.navigate(vendor.portal().resolve("console/new").toString());
            assertThat(page.url()).endsWith("/console/agreement");
            assertThat(page.navigate(vendor.portal().resolve("console/live").toString()).url()).as("nor is anything heard").endsWith("/console/agreement");
            page.locator("main form button.btn-primary").click();
            assertThat(page.url()).as("unticked").endsWith("/console/agreement");
            page.locator("#read").check();
            page.locator("main form button.btn-primary").click();
            page.waitForURL("**/console");
            page.navigate(vendor.portal().resolve("console/agreement").toString());
            assertThat(page.locator(".notice-good").textContent()).contains("You signed this");
        }
    }

    @Test
    void aTicketTravelsFromAPhoneWithoutScriptsToALiveQueueAndBack() throws ApiException {
        String mail = Vendor.newAddress();
        String subject = "画框在运输途中破损 " + UUID.randomUUID().toString().substring(0, 8);
        // Two browsers, as of two people: in one, the window behind the other is not drawn.
        try (Chromium other = Chromium.start(Chromium.find().orElseThrow()); BrowserContext customers = other.profile("zh-CN", false, PHONE);
                BrowserContext agents = chromium.profile("en", true, DESKTOP)) {
            Page queue = Chromium.console(agents, art, agent);
            queue.navigate(art.portal() + "console?sort=-createdAt");
            queue.evaluate("window.notReloaded = true");

            Page portal = customers.newPage();
            fileAsGuest(portal, mail, subject);

            Locator row = queue.locator("tr.q-row", new Page.LocatorOptions().setHasText(subject));
            row.waitFor();
            assertThat(queue.evaluate("window.notReloaded")).as("it came by itself").isEqualTo(true);

            row.locator(".q-subject a").click();
            queue.locator("#composer").waitFor();
            queue.selectOption("#c-status", "pending");
            queue.fill("#body", "We send a new frame. 我们会寄新的画框。");
            queue.locator("#composer button.btn-primary").click();
            queue.locator(".message-staff", new Page.LocatorOptions().setHasText("We send a new frame.")).waitFor();

            UUID id = TicketQuery.search(subject).ids(desk).get(0);
            assertThat(desk.tickets().getTicket(id).getStatusCategory()).isEqualTo(StatusCategory.PENDING);

            portal.navigate(art.portal() + "t/" + art.mails().link(mail, 2));
            assertThat(portal.locator("#conversation").innerText()).contains("我们会寄新的画框。");
            portal.fill("#body", "收到了，谢谢！");
            press(portal.locator("form[data-operation=createMessage] button.btn-primary"));
            assertThat(portal.locator("#conversation").innerText()).contains("收到了，谢谢！");
            queue.locator(".message-customer", new Page.LocatorOptions().setHasText("收到了，谢谢！")).waitFor();

            press(portal.locator("form[action*='/close'] button"));
            portal.locator("form[action*='/reopen'] button").waitFor();
            assertThat(desk.tickets().getTicket(id).getStatusCategory()).isEqualTo(StatusCategory.SOLVED);
        }
    }

    /** By the keyboard, as it has to work too; without scripts the browser cannot be asked whether a button has come to rest under the mouse. */
    private static void press(Locator button) {
        button.press("Enter");
    }

    private void fileAsGuest(Page portal, String mail, String subject) {
        portal.navigate(art.portal().toString());
        assertThat(portal.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
        press(portal.locator("main a[href='/new']").first());
        press(portal.locator("main a[href='/new/consultation']"));
        portal.fill("[name='requester.name']", "李娜");
        portal.fill("[name='requester.email']", mail);
        portal.fill("#subject", subject);
        portal.fill("#description", "右下角有一道裂痕。");
        press(portal.locator("form[data-operation=createTicket] button.btn-primary"));
        assertThat(portal.locator("main").innerText()).containsPattern("ART-20[0-9]{2}-[0-9]{6}");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsLost() {
        try (BrowserContext profile = chromium.profile("en", false, PHONE)) {
            Page page = profile.newPage();
            page.navigate(art.portal() + "new/trading");
            page.fill("[name='requester.name']", "Li Na");
            page.fill("[name='requester.email']", Vendor.newAddress());
            page.fill("#subject", "kept subject");
            page.fill("#description", "kept text");
            page.locator("[name$='artworkTitle']").fill("Spring Mountain");
            page.locator("[name$='orderNumber']").fill("4711");
            press(page.locator("form[data-operation=createTicket] button.btn-primary"));
            assertThat(page.locator(".field-error").first().innerText()).contains("form that is asked for");
            assertThat(page.inputValue("#subject")).isEqualTo("kept subject");
            assertThat(page.inputValue("#description")).isEqualTo("kept text");
            assertThat(page.locator("[name$='orderNumber']").inputValue()).isEqualTo("4711");
        }
    }

    @Test
    void aCustomerSignsInByTheCodeInTheMail() throws ApiException {
        String mail = Vendor.newAddress();
        Drafts.filed(art, mail, "signing in by code");
        art.mails().await(mail, 1);
        try (BrowserContext profile = chromium.profile("en", false, PHONE)) {
            Page page = profile.newPage();
            page.navigate(art.portal() + "sign-in");
            page.fill("[name=email]", mail);
            press(page.locator("main form button").first());
            page.fill("[name=code]", art.mails().code(mail, 2));
            press(page.locator("main form button").first());
            assertThat(page.locator("main").innerText()).contains("signing in by code");
            press(page.locator("header form[data-operation=revokeToken] button"));
            page.navigate(art.portal() + "tickets");
            assertThat(page.locator("main").innerText()).doesNotContain("signing in by code");
        }
    }

    @Test
    void aSecondFactorIsSwitchedOnAndAskedForInAStepOfItsOwn() throws ApiException {
        Vendor.Account account = art.newStaff("agent");
        Authenticator app;
        String recoveryCode;
        try (BrowserContext profile = chromium.profile("en", true, DESKTOP)) {
            Page page = Chromium.console(profile, art, account);
            page.navigate(art.portal() + "console/account");
            page.click("a[href='/console/account/second-factor']");
            page.click("form[data-operation=startSecondFactor] button");
            assertThat(page.locator(".qr svg path").getAttribute("d")).isNotBlank();
            app = Authenticator.with(page.locator(".secret").innerText());
            page.fill("#confirmation-otp", app.wrongCode());
            page.click("form[data-operation=confirmSecondFactor] button");
            assertThat(page.locator("#e-confirmation-otp").innerText()).isNotBlank();
            page.fill("#confirmation-otp", app.code());
            page.click("form[data-operation=confirmSecondFactor] button");
            page.locator(".recovery-codes li").first().waitFor();
            assertThat(page.locator(".recovery-codes li").count()).isEqualTo(10);
            recoveryCode = page.locator(".recovery-codes li").first().innerText();
        }
        for (String code : List.of(app.code(), recoveryCode)) {
            try (BrowserContext profile = chromium.profile("zh-CN", false, PHONE)) {
                Page page = profile.newPage();
                page.navigate(art.portal() + "console/account");
                page.fill("#name", account.login());
                page.fill("#password", account.password());
                press(page.locator(".sign-in form button"));
                page.fill("#code", app.wrongCode());
                press(page.locator(".sign-in form button"));
                assertThat(page.locator("[role=alert]").innerText()).isNotBlank();
                assertThat(page.context().cookies()).noneMatch(c -> c.name.endsWith("desk-session"));
                page.fill("#code", code);
                press(page.locator(".sign-in form button"));
                // Where he wanted to go.
                page.waitForURL("**/console/account");
                assertThat(page.context().cookies()).noneMatch(c -> c.name.endsWith("desk-second-step") && !c.value.isEmpty());
                assertThat(page.locator(".sessions li").count()).isGreaterThan(1);
                press(page.locator("form[data-operation=endOtherSessions] button"));
                page.waitForURL("**/console/account?done=sessions");
                assertThat(page.locator(".sessions li").count()).isEqualTo(1);
            }
        }
        assertThat(account.visitor().send("GET", "/api/v1/me", null).status()).as("ended with the others").isEqualTo(401);
    }

    @Test
    void aNoteStaysAmongColleaguesAndTheWrongPasswordOutside() throws ApiException {
        String mail = Vendor.newAddress();
        UUID id = Drafts.filed(art, mail, "note in the browser").getId();
        try (BrowserContext profile = chromium.profile("en", true, DESKTOP)) {
            Page page = profile.newPage();
            page.navigate(art.portal() + "console/tickets/" + id);
            assertThat(page.url()).as("first sign in").contains("/console/sign-in");
            page.fill("#name", agent.login());
            page.fill("#password", "wrong wrong wrong");
            page.click("main form button");
            assertThat(page.locator("[role=alert]").innerText()).isNotBlank();
            page.fill("#password", agent.password());
            page.click("main form button");
            page.waitForURL("**/console/tickets/" + id);
            page.locator("label[for=k-note]").click();
            page.fill("#body", "only for colleagues");
            page.locator("#composer button.btn-primary").click();
            page.locator(".message-note", new Page.LocatorOptions().setHasText("only for colleagues")).waitFor();
        }
        assertThat(art.byLink(art.mails().link(mail, 1)).tickets().listMessages(id, null, null).getItems()).extracting(Message::getBody)
                .doesNotContain("only for colleagues");
    }
}
