package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.BreachSeverity;
import dev.pledgedesk.client.model.BreachWords;
import dev.pledgedesk.client.model.Channel;
import dev.pledgedesk.client.model.Complaint;
import dev.pledgedesk.client.model.ComplaintFault;
import dev.pledgedesk.client.model.ComplaintForm;
import dev.pledgedesk.client.model.ComplaintReason;
import dev.pledgedesk.client.model.ComplaintTexts;
import dev.pledgedesk.client.model.DataRequestKind;
import dev.pledgedesk.client.model.NewBreach;
import dev.pledgedesk.client.model.NewBreachPersons;
import dev.pledgedesk.client.model.NewComplaint;
import dev.pledgedesk.client.model.NewComplaintCase;
import dev.pledgedesk.client.model.NewComplaintMove;
import dev.pledgedesk.client.model.NewComplaintOpinion;
import dev.pledgedesk.client.model.NewComplaintWord;
import dev.pledgedesk.client.model.NewConsentEntry;
import dev.pledgedesk.client.model.NewCorrectiveAction;
import dev.pledgedesk.client.model.NewCorrectiveResult;
import dev.pledgedesk.client.model.NewDataRequest;
import dev.pledgedesk.client.model.NewDecision;
import dev.pledgedesk.client.model.NewReading;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.NewErasure;
import dev.pledgedesk.client.model.NewLegalHold;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.NewStaffMember;
import dev.pledgedesk.client.model.NewWebhook;
import dev.pledgedesk.client.model.NewTenantClosure;
import dev.pledgedesk.client.model.OneTimeCode;
import dev.pledgedesk.client.model.PluginUse;
import dev.pledgedesk.client.model.TenantChange;
import dev.pledgedesk.systemtests.desk.Authenticator;
import dev.pledgedesk.systemtests.desk.Channels;
import dev.pledgedesk.systemtests.desk.Chromium;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.DutyBelongings;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.MailHost;
import dev.pledgedesk.systemtests.desk.PageCheck;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page in both languages, on a phone and on a desktop: it opens, says nothing on the browser's console, breaks no rule of WCAG 2.2 AA that a
 * machine can check, does not scroll sideways, and leaves a picture of itself.
 */
class AllPagesIT {

    private static Chromium chromium;
    private static Vendor art;
    private static Vendor.Account twoSteps;
    private static UUID ticket;
    private static UUID unknown;
    private static UUID requester;
    private static UUID request;
    private static String consenting;
    private static final String[] EVERYBODY = {"agent", "supervisor", "tenant-administrator", "privacy-officer", "quality-inspector"};
    private static UUID consenter;
    private static UUID leak;
    private static UUID complaint;
    private static UUID open;
    private static UUID action;
    private static UUID webhook;
    private static Map<String, UUID> duty;
    private static UUID seat;
    private static String certificate;
    private static UUID called;
    private static String questionnaire;
    private static Vendor.Account handler;
    private static String suspended;
    private static String closed;
    private static String mail;
    /** Of a customer who signs in by code; the newest mail to the other one is a link. */
    private static String codes;

    @BeforeAll
    static void startBrowser() throws Exception {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), Chromium.MISSING);
        chromium = Chromium.start(executable.get());
        art = Vendor.art();
        mail = Vendor.newAddress();
        codes = Vendor.newAddress();
        Drafts.filed(art, codes, "还有一件事");
        ticket = Drafts.filed(art, mail, "画框在运输途中破损 the frame was broken on its way").getId();
        var desk = art.staff("agent").visitor();
        unknown = desk.tickets().createTicket(Drafts.question("匿名反馈 nobody knows who said it").externalId("voices:" + UUID.randomUUID())
                .requester(new NewRequester().anonymous(true)), Vendor.newKey()).getId();
        requester = desk.tickets().getTicket(ticket).getRequester().getId();
        var officer = art.staff(Vendor.EVERYTHING).visitor();
        officer.erasures().placeLegalHold(requester, new NewLegalHold().reason("诉讼 17/26"), Vendor.newKey());
        officer.readings().openCustomer(requester, new NewReading().purpose(NewReading.PurposeEnum.BREAK_GLASS).reason("邻居报告漏气 Gas leak"), Vendor.newKey());
        UUID asker = desk.identity().findCustomers(codes).getItems().get(0).getId();
        UUID refused = officer.dataRequests().takeDownDataRequest(asker, new NewDataRequest().kind(DataRequestKind.OBJECTION).wish("不要再发问卷 No surveys").identityCheck("回拨核实 Called back"), Vendor.newKey()).getId();
        officer.dataRequests().decideDataRequest(refused, new NewDecision().granted(false).reason("没有发过问卷 There were none"), Vendor.newKey());
        request = officer.dataRequests().takeDownDataRequest(asker, new NewDataRequest().kind(DataRequestKind.ERASURE).identityCheck("来函 By letter"), Vendor.newKey()).getId();
        consenting = Vendor.newAddress();
        Vendor appliance = Vendor.appliance();
        consenter = appliance.staff("agent").visitor().tickets().getTicket(Drafts.filed(appliance, consenting, "想学会用 How to use it").getId()).getRequester().getId();
        appliance.staff("privacy-officer").visitor().consents().takeDownConsent(consenter, new NewConsentEntry().notice("product-news").given(true).how("电话中同意 On the phone"), Vendor.newKey());
        suspended = leaving();
        closed = leaving();
        Server.common().operator().tenants().closeTenant(closed, new NewTenantClosure().confirm(closed).reason("合同到期 Contract ended"), Vendor.newKey());
        Visitor applianceOfficer = appliance.staff("privacy-officer").visitor();
        leak = applianceOfficer.breaches().reportBreach(new NewBreach().title("导出文件发错邮箱 An export went astray").happened("含 40 位客户信息的导出文件发到了错误的邮箱。").severity(BreachSeverity.MAJOR), Vendor.newKey()).getId();
        applianceOfficer.breaches().containBreach(leak, new BreachWords().text("收件人已删除文件 The receiver deleted it"), Vendor.newKey());
        applianceOfficer.breaches().addBreachPersons(leak, new NewBreachPersons().source(NewBreachPersons.SourceEnum.NAMED).customerIds(List.of(consenter)), Vendor.newKey());
        UUID gone = desk.tickets().getTicket(Drafts.filed(art, "to be forgotten").getId()).getRequester().getId();
        officer.erasures().eraseCustomer(gone, new NewErasure().cause(NewErasure.CauseEnum.REQUEST), Vendor.newKey());
        desk.tickets().createMessage(ticket, new NewMessage().body("我们会寄新的画框。 We send a new frame."), Vendor.newKey());
        desk.tickets().createMessage(ticket, new NewMessage().kind(MessageKind.INTERNAL_NOTE).body("承运方责任"), Vendor.newKey());
        complain();
        webhook = officer.webhooks().createWebhook(new NewWebhook().name("库存系统 Stock").address("http://127.0.0.1:9/" + UUID.randomUUID()).types(List.of("ticket.*")), Vendor.newKey()).getId();
        officer.webhooks().testWebhook(webhook, Vendor.newKey());
        await("it was tried").atMost(Duration.ofSeconds(30)).until(() -> !officer.webhooks().listWebhookDeliveries(webhook, null, 1, null).getItems().get(0).getAttempts().isEmpty());
        comeIn(officer);
        Vendor.Account everything = art.staff(Vendor.EVERYTHING);
        duty = DutyBelongings.of(art, everything.visitor(), everything.id(), art.staff("agent").id());
        evaluated(everything.visitor());
        seat = everything.visitor().exams().resumeExam(duty.get("attemptId"), Vendor.newKey()).getSeat();
        certificate = everything.visitor().qualifications().listCertificates(1, null).getItems().get(0).getCode();
        art.staff(Vendor.EVERYTHING).visitor().access().startSecondFactor();
        twoSteps = art.newStaff("agent");
        Authenticator app = Authenticator.with(twoSteps.visitor().access().startSecondFactor().getSecret());
        twoSteps.visitor().access().confirmSecondFactor(new OneTimeCode().otp(app.code()));
    }

    /** Somebody who is to be called, and a letter to somebody. */
    private static void evaluated(Visitor visitor) throws ApiException {
        called = visitor.evaluations().listEvaluationAnswers(duty.get("evaluationId"), true, 100, null).getItems().stream().filter(a -> a.getPart().equals("call-back")).findFirst().orElseThrow().getId();
        questionnaire = art.mails().questionnaire();
    }

    /** A complaint whose customer is being asked, which somebody wants closed without his word; and another one on which a department is to speak. */
    private static void complain() throws ApiException {
        handler = art.newStaff(new NewStaffMember().roles(List.of("department-handler")).department("trading"));
        var desk = art.staff(Vendor.EVERYTHING).visitor().complaints();
        Complaint c = desk.fileComplaint(new NewComplaint().ticketId(ticket).channel(Channel.PHONE).form(new ComplaintForm().severity("serious").texts(new ComplaintTexts()
                .content("画框破损，等了三周没有答复。 The frame came broken and nobody answered.").apology("已当面致歉 We are sorry").desiredOutcome("换新画框 A new frame"))), Vendor.newKey());
        complaint = c.getId();
        UUID answered = desk.askDepartment(complaint, new NewComplaintCase().department("trading").question("包装还是承运责任？ Packing or transit?"), Vendor.newKey()).getCases().get(0).getId();
        handler.visitor().complaints().giveComplaintOpinion(answered, new NewComplaintOpinion().opinion("外箱有压痕，承运责任。 Damaged in transit."), Vendor.newKey());
        desk.moveComplaint(complaint, new NewComplaintMove().to("verifying"), Vendor.newKey());
        desk.tellComplainant(complaint, new NewComplaintWord().what(NewComplaintWord.WhatEnum.VERIFIED).text("核实为运输损坏。 It broke in transit.").channel(Channel.PHONE), Vendor.newKey());
        desk.moveComplaint(complaint, new NewComplaintMove().to("deciding"), Vendor.newKey());
        desk.writeComplaint(complaint, new ComplaintForm().atFault(ComplaintFault.THIRD_PARTY).cause("shipping").texts(new ComplaintTexts().investigation("承运方确认").solution("寄新画框")),
                "\"" + desk.getComplaint(complaint).getVersion() + "\"");
        desk.tellComplainant(complaint, new NewComplaintWord().what(NewComplaintWord.WhatEnum.RESULT).text("新画框明天寄出。 The new frame leaves tomorrow.").channel(Channel.PHONE), Vendor.newKey());
        desk.moveComplaint(complaint, new NewComplaintMove().to("asking"), Vendor.newKey());
        desk.askComplaintException(complaint, new ComplaintReason().reason("客户已出国 The customer is abroad"), Vendor.newKey());
        var quality = art.staff(Vendor.EVERYTHING).visitor().correctiveActions();
        action = quality.openCorrectiveAction(new NewCorrectiveAction().cause("shipping").title("更换承运方 Another carrier").plan("与两家承运方比价试运。 Try two others.").ownerId(art.staff("quality-inspector").id())
                .dueAt(Instant.now().plusSeconds(864_000)).checkAt(Instant.now().plusSeconds(1_728_000)).complaintId(complaint), Vendor.newKey()).getId();
        quality.finishCorrectiveAction(action, new NewCorrectiveResult().result("已签约 Signed"), Vendor.newKey());
        UUID second = desk.fileComplaint(new NewComplaint().ticketId(Drafts.filed(art, "拍品取消 The lot was withdrawn").getId())
                .form(new ComplaintForm().texts(new ComplaintTexts().content("拍品临时取消 The lot was withdrawn"))), Vendor.newKey()).getId();
        open = desk.askDepartment(second, new NewComplaintCase().department("trading").question("为什么取消？ Why was it withdrawn?"), Vendor.newKey()).getCases().get(0).getId();
    }

    /** Mails that nobody can be sure of. */
    private static void comeIn(Visitor officer) throws ApiException {
        Channels.secret(art.key(), "mailbox", MailHost.PASSWORD);
        try (MailHost host = new MailHost("desk@vendor.example")) {
            List<PluginUse> before = Channels.on(officer, "mail", Map.of("imap", host.imap("mailbox"))).getPlugins();
            host.comes("From: =?UTF-8?B?5p2O5aic?= <li@customer.example>\nSubject: =?UTF-8?B?55S75qGG56C05o2f?= frame\nX-Spam-Flag: YES\nContent-Type: text/plain; charset=utf-8\n\n请尽快处理。 Please hurry.");
            host.comes("From: news@shop.example\nSubject: Sale\nList-Id: <news.shop.example>\n\nEverything must go.");
            await("they wait").atMost(Duration.ofSeconds(60)).until(() -> officer.inbound().listInboundMessages("held", 10, null).getItems().size() >= 2);
            Channels.put(officer, before);
        }
    }

    private static String leaving() throws ApiException {
        String key = "leaving-" + UUID.randomUUID().toString().substring(0, 8);
        Folder.of("art-platform").as(key, key + ".localhost").apply();
        var operator = Server.common().operator().tenants();
        operator.changeTenant(key, new TenantChange().state(TenantChange.StateEnum.SUSPENDED).reason("合同到期 Contract ended"), "\"" + operator.getTenant(key).getVersion() + "\"");
        return key;
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Map<String, String> portal() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "");
        pages.put("new", "new");
        pages.put("new-trading", "new/trading");
        pages.put("sign-in", "sign-in");
        pages.put("help", "help");
        pages.put("console-sign-in", "console/sign-in");
        pages.put("api-reference", "api/reference");
        pages.put("certificate", "certificates/" + certificate);
        pages.put("questionnaire", "questionnaires/" + questionnaire);
        pages.put("questionnaire-unknown", "questionnaires/nobody-has-this-one");
        return pages;
    }

    private static Map<String, String> ofCustomer() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("ticket", "tickets/" + ticket);
        pages.put("sign-ins", "sign-ins");
        return pages;
    }

    private static Map<String, String> ofSignedIn() {
        return Map.of("my-data", "my-data", "my-requests", "my-data/requests", "my-consents", "my-data/consents");
    }

    private static Map<String, String> ofStaff() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("console-queue", "console");
        pages.put("console-ticket", "console/tickets/" + ticket);
        pages.put("console-ticket-unknown", "console/tickets/" + unknown);
        pages.put("console-history", "console/tickets/" + ticket + "?tab=history");
        pages.put("console-new", "console/new");
        pages.put("console-complaints", "console/complaints?show=all");
        pages.put("console-complaints-open", "console/complaints");
        pages.put("console-complaint", "console/complaints/" + complaint);
        pages.put("console-complaint-new", "console/complaints/new?ticket=" + unknown);
        pages.put("console-report", "console/reports?month=" + YearMonth.now(ZoneId.of("Asia/Shanghai")));
        pages.put("console-quality", "console/quality?cause=shipping");
        pages.put("console-quality-action", "console/quality/" + action);
        pages.put("console-evaluations", "console/quality/evaluations");
        pages.put("console-evaluation", "console/quality/evaluations/" + duty.get("evaluationId"));
        pages.put("console-evaluation-visit", "console/quality/evaluations/answers/" + duty.get("answerId"));
        pages.put("console-evaluation-call", "console/quality/evaluations/answers/" + called);
        pages.put("console-effect", "console/training/effect?course=service-basics&from=2026-01-01&to=2026-12-31&days=30");
        pages.put("console-calendar", "console/roster/calendar");
        pages.put("console-training", "console/training");
        pages.put("console-training-people", "console/training/people");
        pages.put("console-training-person", "console/training/people/" + art.staff("agent").id());
        pages.put("console-assessments", "console/training/assessments?all=yes");
        pages.put("console-assessment", "console/training/assessments/" + duty.get("assessmentId"));
        pages.put("console-paper", "console/training/papers/" + duty.get("attemptId") + "?seat=" + seat);
        pages.put("console-courses", "console/training/courses");
        pages.put("console-course", "console/training/courses/service-basics");
        pages.put("console-session", "console/training/sessions/" + duty.get("trainingSessionId"));
        pages.put("console-training-plan", "console/training/plan");
        pages.put("console-questions", "console/training/questions");
        pages.put("console-question", "console/training/questions/" + duty.get("questionId"));
        pages.put("console-marking", "console/training/marking");
        pages.put("console-roster", "console/roster?week=" + LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2));
        pages.put("console-leave", "console/roster/leave");
        pages.put("console-swaps", "console/roster/swaps");
        pages.put("console-proposals", "console/roster/proposals");
        pages.put("console-proposal", "console/roster/proposals/" + duty.get("proposalId"));
        pages.put("console-supervision", "console/supervision");
        pages.put("console-inspections", "console/supervision/inspections");
        pages.put("console-inspection", "console/supervision/inspections/" + duty.get("inspectionId"));
        pages.put("console-inspection-open", "console/supervision/inspections/" + duty.get("openInspectionId"));
        pages.put("console-appraisals", "console/supervision/appraisals");
        pages.put("console-appraisal", "console/supervision/appraisals/" + duty.get("appraisalId"));
        pages.put("console-merits", "console/supervision/merits");
        pages.put("console-merit", "console/supervision/merits/" + duty.get("meritId"));
        pages.put("console-roster-figures", "console/roster/figures");
        pages.put("console-mail", "console/mail");
        pages.put("console-inbound", "console/inbound");
        pages.put("console-journal", "console/journal");
        pages.put("console-privacy", "console/privacy");
        pages.put("console-agreements", "console/privacy/agreements");
        pages.put("console-people", "console/privacy/people");
        pages.put("console-person", "console/privacy/people/" + requester);
        pages.put("console-requests", "console/privacy/requests?all=yes");
        pages.put("console-request", "console/privacy/requests/" + request);
        pages.put("console-readings", "console/privacy/readings");
        pages.put("console-alerts", "console/privacy/alerts");
        pages.put("console-retention", "console/privacy/retention");
        pages.put("console-admin", "console/admin");
        pages.put("console-notices", "console/notices");
        pages.put("console-texts", "console/admin/portal-texts");
        pages.put("console-plugins", "console/admin/plugins");
        pages.put("console-webhooks", "console/admin/webhooks");
        pages.put("console-webhook", "console/admin/webhooks/" + webhook);
        pages.put("console-trial", "console/admin/promise-trial");
        pages.put("console-staff", "console/admin/staff");
        pages.put("console-staff-new", "console/admin/staff/new");
        pages.put("console-staff-access", "console/admin/staff/" + twoSteps.id() + "/access");
        pages.put("console-account", "console/account");
        pages.put("console-second-factor", "console/account/second-factor");
        pages.put("console-clients", "console/admin/clients");
        return pages;
    }

    private static Map<String, String> ofOperator() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("operator", "operator");
        pages.put("operator-tenant", "operator/tenants/" + art.key());
        pages.put("operator-tenant-suspended", "operator/tenants/" + suspended);
        pages.put("operator-tenant-closed", "operator/tenants/" + closed);
        pages.put("operator-plan", "operator/plan");
        pages.put("operator-plugins", "operator/plugins");
        return pages;
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsFitToBeShown() {
        String operators = Server.common().address() + "/";
        String arts = art.portal().toString();
        String appliances = Vendor.appliance().portal().toString();
        return Stream.of("zh-CN", "en").flatMap(language -> Stream.of(
                dynamicTest("the portal in " + language, () -> show(language, arts, BrowserContext::newPage, portal())),
                dynamicTest("a customer's pages in " + language, () -> show(language, arts, AllPagesIT::byLink, ofCustomer())),
                dynamicTest("a signed-in customer's pages in " + language, () -> show(language, arts, p -> Chromium.portal(p, art, codes), ofSignedIn())),
                dynamicTest("a form that asks for consent in " + language, () -> show(language, appliances, BrowserContext::newPage, Map.of("new-sensitive", "new/operation-training"))),
                dynamicTest("consents in " + language, () -> show(language, appliances, p -> Chromium.portal(p, Vendor.appliance(), consenting), Map.of("my-consents-two", "my-data/consents"))),
                dynamicTest("consents in the console in " + language, () -> show(language, appliances, p -> Chromium.console(p, Vendor.appliance(), Vendor.appliance().staff(EVERYBODY)),
                        Map.of("console-new-sensitive", "console/new?type=operation-training", "console-person-consents", "console/privacy/people/" + consenter,
                                "console-analyses", "console/analyses",
                                "console-breaches", "console/privacy/breaches", "console-breach", "console/privacy/breaches/" + leak, "console-breach-report", "console/breach"))),
                dynamicTest("the console in " + language, () -> show(language, arts, p -> Chromium.console(p, art, art.staff(Vendor.EVERYTHING)), ofStaff())),
                dynamicTest("a department in " + language, () -> show(language, arts, p -> Chromium.console(p, art, handler), Map.of("console-cases", "console/cases", "console-case", "console/cases/" + open))),
                dynamicTest("the second step in " + language, () -> show(language, arts, AllPagesIT::halfWay, Map.of("console-second-step", "console/sign-in/code"))),
                dynamicTest("the operator's sign-in in " + language, () -> show(language, operators, BrowserContext::newPage, Map.of("operator-sign-in", "operator/sign-in"))),
                dynamicTest("the operator's console in " + language, () -> show(language, operators, AllPagesIT::asOperator, ofOperator()))));
    }

    private static Page byLink(BrowserContext profile) {
        Page page = profile.newPage();
        page.navigate(art.portal() + "t/" + art.mails().link(mail, 2));
        return page;
    }

    private static Page halfWay(BrowserContext profile) {
        Page page = profile.newPage();
        page.navigate(art.portal() + "console/sign-in");
        page.fill("#name", twoSteps.login());
        page.fill("#password", twoSteps.password());
        page.click("main form button");
        page.waitForURL("**/console/sign-in/code**");
        return page;
    }

    private static Page asOperator(BrowserContext profile) {
        Page page = profile.newPage();
        page.navigate(Server.common().address() + "/operator/sign-in");
        page.fill("#token", Server.common().operator().token());
        page.click("main form button");
        page.waitForURL("**/operator");
        return page;
    }

    private static void show(String language, String site, Function<BrowserContext, Page> door, Map<String, String> pages) {
        assertThat(new PageCheck(chromium).show(language, site, door, pages)).isEmpty();
    }
}
