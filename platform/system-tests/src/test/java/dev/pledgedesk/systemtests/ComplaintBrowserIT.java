package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.NewStaffMember;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Chromium;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A complaint clicked through by those who deal with it: form, department, customer, and what is done about its cause. */
class ComplaintBrowserIT extends InBrowser {

    private static void send(Page page, String operation) {
        page.click("form[data-operation=" + operation + "] button.btn-primary, form[data-operation=" + operation + "] button.btn-outline-primary");
    }

    @Test
    void fromTheFormToTheCustomersWordAndWhatIsDoneAboutIt() throws ApiException, IOException {
        Vendor art = Vendor.art();
        String mail = Vendor.newAddress();
        Ticket ticket = Drafts.filed(art, mail, "The frame broke");
        Vendor.Account relations = art.newStaff("customer-relations");
        Vendor.Account department = art.newStaff(new NewStaffMember().roles(List.of("department-handler")).department("content"));
        try (BrowserContext inside = chromium.profile("en", true, DESKTOP); BrowserContext handlers = chromium.profile("en", false, PHONE); BrowserContext outside = chromium.profile("en", true, PHONE)) {
            Page desk = Chromium.console(inside, art, relations);
            desk.navigate(art.portal() + "console/tickets/" + ticket.getId());
            desk.click("a[href^='/console/complaints/new']");
            desk.fill("#content", "ab");
            send(desk, "fileComplaint");
            assertThat(main(desk)).as("too short, and nothing is lost").contains("3");
            assertThat(desk.inputValue("#content")).isEqualTo("ab");
            desk.fill("#content", "The frame broke and nobody answered");
            desk.fill("#apology", "We are sorry");
            desk.fill("#desired-outcome", "A new frame");
            desk.selectOption("#severity", "serious");
            send(desk, "fileComplaint");
            assertThat(desk.locator("h1").innerText()).isEqualTo("The frame broke and nobody answered");
            assertThat(desk.locator(".way [aria-current=step]").innerText()).contains("Form being filled in");
            desk.click("form[data-operation=moveComplaint] button");
            assertThat(main(desk)).as("what is missing is named").contains("A department is asked");

            desk.locator("summary", new Page.LocatorOptions().setHasText("Ask a department")).click();
            desk.selectOption("#department", "content");
            desk.fill("#question", "Who packed it?");
            send(desk, "askDepartment");
            desk.click("form[data-operation=moveComplaint] button");
            assertThat(desk.locator(".way [aria-current=step]").innerText()).contains("verified by the department");
            String complaint = desk.url();

            Page office = Chromium.console(handlers, art, department);
            office.navigate(art.portal() + "console/cases");
            office.locator("tbody tr", new Page.LocatorOptions().setHasText("Who packed it?")).locator("th a").click();
            assertThat(main(office)).contains("The frame broke and nobody answered").doesNotContain(mail);
            office.fill("#opinion", "We did, badly");
            send(office, "giveComplaintOpinion");
            assertThat(main(office)).contains("Answered");
            assertThat(office.locator("nav a[href='/console/complaints']").count()).as("the complaint itself is not theirs").isZero();

            desk.reload();
            assertThat(main(desk)).contains("We did, badly");
            tell(desk, "verified");
            desk.click("form[data-operation=moveComplaint] button");
            desk.locator("summary", new Page.LocatorOptions().setHasText("Write into the form")).click();
            desk.selectOption("#f-fault", "company");
            desk.selectOption("#f-cause", "packaging");
            desk.fill("#f-investigation", "Packed by hand");
            desk.fill("#f-solution", "A new frame, sent today");
            send(desk, "writeComplaint");
            tell(desk, "result");
            desk.click("form[data-operation=moveComplaint] button[value=asking]");

            Page mine = Chromium.portal(outside, art, mail);
            mine.navigate(art.portal() + "tickets/" + ticket.getId());
            assertThat(main(mine)).contains("Your complaint").contains("Are you satisfied").contains("Satisfactory answer").doesNotContain("We did, badly").doesNotContain("Form with the department");
            mine.locator("input[name=satisfied][value=no]").check();
            mine.locator("textarea[name=remark]").fill("It has not come");
            send(mine, "sayOwnSatisfaction");
            assertThat(main(mine)).contains("verified by the department");

            desk.navigate(complaint);
            assertThat(main(desk)).contains("Round 2").contains("Level 1").contains("It has not come");
            Download pack = desk.waitForDownload(() -> desk.click("section[data-operation=takeComplaintEvidence] li:first-child a"));
            try (ZipFile zip = new ZipFile(pack.path().toFile())) {
                assertThat(zip.getEntry("index.html")).isNotNull();
                assertThat(zip.getEntry("manifest.json")).isNotNull();
            }
        }
        try (BrowserContext quality = chromium.profile("zh-CN", true, DESKTOP)) {
            Page page = Chromium.console(quality, art, art.newStaff("quality-inspector"));
            page.navigate(art.portal() + "console/quality");
            page.selectOption("#cause", "packaging");
            page.fill("#title", "新包装箱");
            page.fill("#plan", "换成双层纸箱");
            page.fill("#dueAt", LocalDate.now().plusDays(7).toString());
            page.fill("#checkAt", LocalDate.now().plusDays(7).toString());
            send(page, "openCorrectiveAction");
            assertThat(main(page)).as("both on one day").contains("效果确认须在完成期限之后");
            page.fill("#checkAt", LocalDate.now().plusDays(30).toString());
            send(page, "openCorrectiveAction");
            assertThat(page.locator("h1").innerText()).isEqualTo("新包装箱");
            page.fill("#result", "已更换");
            send(page, "finishCorrectiveAction");
            page.check("#e-yes");
            page.fill("#words", "一个月没有破损");
            send(page, "checkCorrectiveAction");
            assertThat(main(page)).contains("已见效").contains("一个月没有破损");
        }
    }

    private static void tell(Page desk, String what) {
        desk.selectOption("#what", what);
        desk.fill("#text", "This is how it stands: " + what);
        send(desk, "tellComplainant");
    }
}
