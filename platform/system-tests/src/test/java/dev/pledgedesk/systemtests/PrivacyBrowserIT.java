package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.NewTicketOpening;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Chromium;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person's rights clicked through: asking and appealing in the portal, deciding in the console, opening contacts for a purpose and without one, agreeing and taking it back. */
class PrivacyBrowserIT extends InBrowser {

    @Test
    void aRequestIsFiledRefusedAppealedAndGranted() throws ApiException {
        Vendor art = Vendor.art();
        String mail = Vendor.newAddress();
        Drafts.filed(art, mail, "mine");
        try (BrowserContext customers = chromium.profile("en", true, PHONE); BrowserContext officers = chromium.profile("en", true, DESKTOP)) {
            Page mine = Chromium.portal(customers, art, mail);
            mine.navigate(art.portal() + "my-data");
            mine.click("a[href='/my-data/requests']");
            mine.check("#kind-restriction");
            mine.fill("#wish", "Until we agree on the frame");
            mine.click("form[data-operation=fileOwnDataRequest] button.btn-primary");
            assertThat(main(mine)).contains("To restrict the use of data").contains("Waiting").contains("Until we agree on the frame");

            Page office = Chromium.console(officers, art, art.staff("privacy-officer"));
            office.navigate(art.portal() + "console/privacy/requests");
            office.locator("tbody tr", new Page.LocatorOptions().setHasText("To restrict")).first().locator("th a").click();
            assertThat(main(office)).contains("Until we agree on the frame").doesNotContain(mail);
            office.click("form[data-operation=openCustomer] button");
            assertThat(main(office)).contains(mail);
            office.click("form[data-operation=decideDataRequest] button.btn-primary");
            assertThat(office.locator("form[data-operation=decideDataRequest]").count()).as("nothing was chosen").isEqualTo(1);
            office.check("#d-refused");
            office.fill("#reason", "The frame was paid for");
            office.click("form[data-operation=decideDataRequest] button.btn-primary");
            assertThat(main(office)).contains("Refused").contains("The frame was paid for");
            String request = office.url();

            mine.reload();
            mine.locator("summary", new Page.LocatorOptions().setHasText("Appeal")).click();
            mine.fill("textarea[name=text]", "It was not");
            mine.click("form[data-operation=appealOwnDataRequest] button");
            assertThat(main(mine)).contains("Appealed, waiting").contains("It was not");

            office.navigate(request);
            office.check("#d-granted");
            office.fill("#reason", "So it was not");
            office.click("form[data-operation=decideDataRequest] button.btn-primary");
            assertThat(main(office)).contains("Granted");
            office.locator("main dl a[href*='/people/']").click();
            assertThat(main(office)).contains("The use of this customer's data is restricted");
            office.click("form[data-operation=liftRestriction] button");
            assertThat(main(office)).doesNotContain("is restricted");
            mine.navigate(art.portal() + "my-data");
            assertThat(main(mine)).contains("Request To restrict the use of data");
        }
    }

    @Test
    void contactsOpenForAnOpenTicketAndByBreakingTheGlassForAClosedOne() throws ApiException {
        Vendor art = Vendor.art();
        Vendor.Account agent = art.newStaff("agent");
        String mail = Vendor.newAddress();
        Ticket ticket = Drafts.filed(art, mail, "whose contacts are opened");
        try (BrowserContext agents = chromium.profile("en", true, DESKTOP); BrowserContext officers = chromium.profile("zh-CN", true, DESKTOP)) {
            Page desk = Chromium.console(agents, art, agent);
            desk.navigate(art.portal() + "console/tickets/" + ticket.getId());
            assertThat(main(desk)).doesNotContain(mail);
            desk.click("form[data-operation=openTicket] button");
            assertThat(main(desk)).contains(mail);

            Drafts.close(agent.visitor(), ticket.getId());
            desk.navigate(art.portal() + "console/tickets/" + ticket.getId());
            desk.locator("summary", new Page.LocatorOptions().setHasText("Show contacts")).click();
            desk.fill("#c-reason", "Gas leak, seen by a neighbour");
            desk.click("form[data-operation=openTicket] button");
            assertThat(main(desk)).contains(mail);

            Page office = Chromium.console(officers, art, art.staff("privacy-officer"));
            office.navigate(art.portal() + "console/privacy/readings?reader=staff/" + agent.id());
            assertThat(office.locator("tbody tr").count()).isEqualTo(2);
            assertThat(main(office)).contains("紧急查看").contains("Gas leak, seen by a neighbour").contains(ticket.getNumber());
            office.navigate(art.portal() + "console/privacy/alerts");
            Locator alert = office.locator("article", new Page.LocatorOptions().setHas(office.locator("a[href*='" + agent.id() + "']")));
            alert.locator("input[name=note]").fill("确有其事");
            alert.locator("button").click();
            assertThat(office.locator("a[href*='" + agent.id() + "']").count()).as("it waits no more").isZero();
            office.navigate(art.portal() + "console/privacy/alerts?all=yes");
            assertThat(main(office)).contains("确有其事");
        }
    }

    @Test
    void sensitiveFieldsAskForATickWhichIsTakenBackByOneButton() throws ApiException {
        Vendor appliance = Vendor.appliance();
        String mail = Vendor.newAddress();
        try (BrowserContext customers = chromium.profile("en", true, PHONE)) {
            Page form = customers.newPage();
            form.navigate(appliance.portal() + "new/operation-training");
            form.fill("#subject", "How does it work");
            form.fill("#description", "Please show my father");
            form.fill("[name='fields.model']", "HW-200");
            form.selectOption("[name='fields.method']", "at-home");
            form.fill("[name='fields.needs']", "He is hard of hearing");
            form.fill("[name='requester.name']", "Li Na");
            form.fill("[name='requester.email']", mail);
            Locator box = form.locator("[id='consents.special-needs']");
            assertThat(box.isChecked()).as("never ticked by us").isFalse();
            // By the key: what plugins suggest may come at this moment and move the button away from a pointer.
            form.locator("form[data-operation=createTicket] button.btn-primary").press("Enter");
            assertThat(form.locator("[id='consents.special-needs-error']").innerText()).contains("consent is needed");
            assertThat(form.locator("[name='fields.needs']").inputValue()).as("nothing is lost").isEqualTo("He is hard of hearing");
            box = form.locator("[id='consents.special-needs']");
            box.check();
            form.locator("form[data-operation=createTicket] button.btn-primary").press("Enter");
            form.waitForURL("**/filed**");

            Page mine = Chromium.portal(customers, appliance, mail);
            mine.navigate(appliance.portal() + "my-data/consents");
            assertThat(mine.locator("article").first().innerText()).contains("Given");
            mine.locator("form[data-operation=withdrawOwnConsent] button").first().click();
            assertThat(mine.locator("article").first().innerText()).contains("Taken back");
            mine.locator("form[data-operation=giveOwnConsent] button").first().click();
            assertThat(main(mine)).as("unticked").contains("Tick the box to agree");
            mine.locator("[id='consents.special-needs']").check();
            mine.locator("form[data-operation=giveOwnConsent] button").first().click();
            assertThat(mine.locator("article").first().innerText()).contains("Given");
        }
    }

    @Test
    void anAddressIsSeenAfterItIsOpenedAndStaysWhenAnotherPropertyIsSaved() throws ApiException {
        Vendor art = Vendor.art();
        String mail = Vendor.newAddress();
        Vendor.Account agent = art.newStaff("agent");
        Ticket ticket = art.guest().tickets().createTicket(new NewTicket().type("trading").subject("Broken frame").description("On its way").requester(Drafts.guest(mail))
                .fields(Map.of("artworkTitle", "Spring", "deliveryAddress", "12 Long Street")), Vendor.newKey());
        try (BrowserContext agents = chromium.profile("en", true, DESKTOP)) {
            Page desk = Chromium.console(agents, art, agent);
            desk.navigate(art.portal() + "console/tickets/" + ticket.getId());
            assertThat(desk.inputValue("#p-f-deliveryAddress")).isEmpty();
            assertThat(desk.getAttribute("#p-f-deliveryAddress", "placeholder")).isEqualTo("•••");
            desk.fill("#p-tags", "rush");
            desk.click("form[data-operation=changeTicket] button.btn-primary");
            desk.click("form[data-operation=openTicket] button");
            assertThat(desk.inputValue("#p-f-deliveryAddress")).isEqualTo("12 Long Street");
            desk.fill("#p-f-deliveryAddress", "14 Long Street");
            desk.click("form[data-operation=changeTicket] button.btn-primary");
            assertThat(desk.inputValue("#p-f-deliveryAddress")).as("masked again").isEmpty();
            desk.navigate(art.portal() + "console/tickets/" + ticket.getId() + "?tab=history");
            assertThat(main(desk)).contains("•••").doesNotContain("Long Street");
        }
        assertThat(agent.visitor().tickets().openTicket(ticket.getId(), new NewTicketOpening().purpose(NewTicketOpening.PurposeEnum.TICKET), Vendor.newKey()).getFields())
                .containsEntry("deliveryAddress", "14 Long Street");
    }

    @Test
    void whoeverComesToSeeACustomerOpensHisContactsForTheVisit() throws ApiException {
        Vendor art = Vendor.art();
        String mail = Vendor.newAddress();
        Ticket ticket = Drafts.filed(art, mail, "come and look");
        Vendor.Account agent = art.newStaff("agent");
        agent.visitor().tickets().createMessage(ticket.getId(), new NewMessage().body("We come tomorrow").appointmentAt(Instant.now().plusSeconds(86_400)), Vendor.newKey());
        try (BrowserContext agents = chromium.profile("en", true, PHONE); BrowserContext customers = chromium.profile("zh-CN", true, PHONE)) {
            Page desk = Chromium.console(agents, art, agent);
            desk.navigate(art.portal() + "console/tickets/" + ticket.getId());
            assertThat(main(desk)).doesNotContain(mail);
            desk.click("form[data-operation=openTicket] button[name=visit]");
            assertThat(main(desk)).contains(mail);
            Page mine = Chromium.portal(customers, art, mail);
            mine.navigate(art.portal() + "my-data");
            assertThat(main(mine)).contains("上门 " + ticket.getNumber());
        }
    }

    @Test
    void aLeakIsReportedByAnAgentAndSeenThroughByTheOfficer() throws ApiException {
        Vendor appliance = Vendor.appliance();
        String mail = Vendor.newAddress();
        String title = "A list at the printer " + mail.substring(0, 8);
        UUID customer = appliance.staff("agent").visitor().tickets().getTicket(Drafts.filed(appliance, mail, "whose list it was").getId()).getRequester().getId();
        try (BrowserContext agents = chromium.profile("en", true, PHONE); BrowserContext officers = chromium.profile("en", true, DESKTOP)) {
            Page desk = Chromium.console(agents, appliance, appliance.staff("agent"));
            desk.navigate(appliance.portal() + "console/account");
            desk.click("main a[href='/console/breach']");
            desk.fill("#title", title);
            desk.fill("#happened", "It lay there over the weekend");
            desk.fill("#awareAt", "2999-01-01T08:00");
            desk.selectOption("#severity-report", "severe");
            desk.click("form[data-operation=reportBreach] button");
            assertThat(main(desk)).contains("A time that is over");
            assertThat(desk.inputValue("#happened")).as("nothing typed is lost").isEqualTo("It lay there over the weekend");
            desk.fill("#awareAt", "");
            desk.click("form[data-operation=reportBreach] button");
            assertThat(main(desk)).contains("The privacy officer has been told");

            Page office = Chromium.console(officers, appliance, appliance.staff("privacy-officer"));
            office.navigate(appliance.portal() + "console/privacy/alerts");
            office.locator("article", new Page.LocatorOptions().setHasText("A leak was reported")).first().locator("a[href*='/breaches/']").click();
            assertThat(main(office)).contains(title).contains("Detected").contains("Reporting of network incidents: tell the authority");
            office.fill("#contain", "Shredded");
            office.click("form[data-operation=containBreach] button");
            office.locator("summary", new Page.LocatorOptions().setHasText("Assess it")).click();
            office.selectOption("#severity-assess", "minor");
            office.fill("#assess", "Forty names, seen by colleagues only");
            office.click("form[data-operation=assessBreach] button");
            assertThat(main(office)).contains("Assessed").contains("Not owed any more");

            office.locator("summary", new Page.LocatorOptions().setHasText("Add persons")).click();
            office.check("#s-named");
            office.fill("#customerIds", "nobody");
            office.click("form[data-operation=addBreachPersons] button");
            assertThat(main(office)).contains("There is no such customer");
            office.fill("#customerIds", customer.toString());
            office.click("form[data-operation=addBreachPersons] button");
            assertThat(main(office)).contains("Concerned: 1");
            office.locator("summary", new Page.LocatorOptions().setHasText("Write to them")).click();
            assertThat(office.inputValue("#body-en")).contains("It lay there over the weekend").contains("Shredded").contains("{name}");
            office.click("form[data-operation=notifyBreachPersons] button");
            assertThat(appliance.mails().await(mail, 2).get(0).getBody()).contains("It lay there over the weekend").doesNotContain("{name}");

            office.reload();
            office.fill("#close", "Print at the desk only");
            office.click("form[data-operation=closeBreach] button");
            assertThat(main(office)).as("a report is owed for minor ones as well").contains("still owed");
            assertThat(office.inputValue("#close")).isEqualTo("Print at the desk only");
            office.locator("summary", new Page.LocatorOptions().setHasText("Settle it")).first().click();
            office.fill("textarea[name=note]", "Filed under 2026-118");
            office.click("form[data-operation=settleBreachDuty] button");
            office.fill("#close", "Print at the desk only");
            office.click("form[data-operation=closeBreach] button");
            assertThat(main(office)).contains("Closed").contains("Print at the desk only");
            assertThat(office.locator("main form[method=post]").count()).as("nothing more can be done").isZero();
        }
    }
}
