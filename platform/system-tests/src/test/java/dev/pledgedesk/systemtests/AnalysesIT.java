package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Analysis;
import dev.pledgedesk.client.model.DataRequestKind;
import dev.pledgedesk.client.model.NewDecision;
import dev.pledgedesk.client.model.NewErasure;
import dev.pledgedesk.client.model.NewOwnDataRequest;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Extracts of tickets for analyses: pseudonyms that differ from purpose to purpose and vendor to vendor, and nothing that leads back. */
class AnalysesIT {

    private static final String RULES = """
            analyses:
              - {key: trends, title: {zh-CN: 趋势, en: Trends}, types: [trading], fields: [artworkTitle, amount]}
              - {key: other, title: {zh-CN: 其他, en: Other}}
            """;

    private final String key = "analysing-" + UUID.randomUUID().toString().substring(0, 8);
    private final Folder folder = Folder.of("art-platform").as(key, key + ".localhost");
    private final Vendor vendor = Vendor.at(key, key + ".localhost");
    private final String mail = Vendor.newAddress();
    private Visitor analyst;
    private Ticket first;

    @BeforeEach
    void file() throws ApiException {
        folder.with("privacy.yaml", RULES).apply();
        analyst = vendor.newStaff("quality-inspector").visitor();
        first = trading(mail, "《春山》");
        trading(mail, "=1+1");
        trading(Vendor.newAddress(), "《秋水》");
        Drafts.filed(vendor, mail, "of another type");
    }

    private Ticket trading(String from, String title) throws ApiException {
        return vendor.guest().tickets().createTicket(new NewTicket().type("trading").subject("A crack").description("in the frame").requester(Drafts.guest(from))
                .fields(Map.of("artworkTitle", title, "amount", 12.5, "deliveryAddress", "12 Long Street")), Vendor.newKey());
    }

    private static Answer extract(Visitor who, String analysis, Instant from) {
        return who.send("GET", "/api/v1/analyses/" + analysis + "/tickets?from=" + from + "&until=" + Instant.now().plusSeconds(60), null);
    }

    private static List<String> lines(Answer csv) {
        assertThat(csv.status()).as(csv.text()).isEqualTo(200);
        return csv.text().replace("\uFEFF", "").lines().toList();
    }

    private static Set<String> column(Answer csv, int number) {
        return lines(csv).stream().skip(1).map(l -> l.split(",")[number]).collect(Collectors.toSet());
    }

    @Test
    void rowsTellWhatHappenedAndToNobodyKnown() throws ApiException {
        assertThat(analyst.in("en").analyses().listAnalyses().getItems()).extracting(Analysis::getTitle).containsExactly("Trends", "Other");
        Answer trends = extract(analyst, "trends", Instant.now().minusSeconds(3600));
        assertThat(trends.header("Content-Type")).startsWith("text/csv");
        List<String> lines = lines(trends);
        assertThat(lines.get(0)).isEqualTo("ticket,customer,type,category,channel,priority,status,statusCategory,team,department,createdAt,updatedAt,field.artworkTitle,field.amount");
        assertThat(lines).hasSize(4).as("nothing that a spreadsheet calculates").anyMatch(l -> l.contains(",'=1+1,12.5")).anyMatch(l -> l.contains("《春山》"));
        assertThat(column(trends, 1)).as("two customers").hasSize(2);
        assertThat(column(trends, 0)).as("three tickets").hasSize(3);
        assertThat(column(trends, 10)).allMatch(at -> at.endsWith(":00:00Z"));
        assertThat(trends.text()).doesNotContain("Long Street", mail, first.getId().toString(), first.getNumber(), "crack", "Li Na");
        assertThat(extract(analyst, "trends", Instant.now().minusSeconds(3600)).text()).as("the same again").isEqualTo(trends.text());

        Answer other = extract(analyst, "other", Instant.now().minusSeconds(3600));
        assertThat(lines(other)).hasSize(5);
        Set<String> both = new HashSet<>(column(trends, 1));
        both.retainAll(column(other, 1));
        assertThat(both).as("another purpose, other pseudonyms").isEmpty();
        assertThat(lines(extract(analyst, "trends", Instant.now().plusSeconds(30)))).as("filed before").hasSize(1);
    }

    @Test
    void whoIsForgottenHasNoPseudonymAndTheNumbersStay() throws ApiException {
        Visitor officer = vendor.newStaff("privacy-officer").visitor();
        UUID customer = vendor.newStaff("agent").visitor().tickets().getTicket(first.getId()).getRequester().getId();
        officer.erasures().eraseCustomer(customer, new NewErasure().cause(NewErasure.CauseEnum.REQUEST), Vendor.newKey());
        List<String> lines = lines(extract(analyst, "trends", Instant.now().minusSeconds(3600)));
        assertThat(lines).hasSize(4);
        assertThat(lines.stream().filter(l -> l.startsWith("\"\",,trading,"))).hasSize(2);
        assertThat(String.join("\n", lines)).doesNotContain("《春山》").contains("《秋水》");
        Visitor reader = vendor.newStaff("tenant-administrator").visitor();
        assertThat(reader.journal().listJournal(null, 100, null).getItems()).filteredOn(e -> e.getAction().equals("analysis.exported")).singleElement()
                .satisfies(e -> assertThat(e.getSubjectId()).isEqualTo("trends"));
    }

    @Test
    void whoHasObjectedIsLeftOut() throws ApiException {
        Visitor officer = vendor.newStaff("privacy-officer").visitor();
        Visitor customer = Drafts.customer(vendor, mail, 3);
        assertThat(lines(extract(analyst, "trends", Instant.now().minusSeconds(3600)))).hasSize(4);
        assertThat(customer.ownData().getOwnData().getObjected()).isFalse();
        UUID wish = customer.dataRequests().fileOwnDataRequest(new NewOwnDataRequest().kind(DataRequestKind.OBJECTION).wish("No statistics, please"), Vendor.newKey()).getId();
        officer.dataRequests().decideDataRequest(wish, new NewDecision().granted(true).reason("Of course"), Vendor.newKey());
        assertThat(customer.ownData().getOwnData().getObjected()).isTrue();
        assertThat(extract(analyst, "trends", Instant.now().minusSeconds(3600)).text()).contains("《秋水》").doesNotContain("《春山》");
        assertThat(customer.tickets().getTicket(first.getId()).getSubject()).as("what he came for goes on").isEqualTo("A crack");
    }

    @Test
    void whatIsNotAllowedOrWrongIsRefused() throws ApiException {
        assertThat(extract(vendor.newStaff("agent").visitor(), "trends", Instant.EPOCH).status()).isEqualTo(403);
        assertThat(extract(vendor.guest(), "trends", Instant.EPOCH).status()).isEqualTo(401);
        assertThat(extract(analyst, "nothing", Instant.EPOCH).status()).isEqualTo(404);
        assertThat(extract(Vendor.appliance().staff("quality-inspector").visitor(), "trends", Instant.EPOCH).status()).as("another vendor's").isEqualTo(404);
        Answer backwards = analyst.send("GET", "/api/v1/analyses/trends/tickets?from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z", null);
        assertThat(backwards.refusal().pointers()).containsExactly("/until");
        assertThat(analyst.send("GET", "/api/v1/analyses/trends/tickets?from=yesterday&until=2026-01-01T00:00:00Z", null).status()).isEqualTo(400);
        folder.with("privacy.yaml", RULES.replace("amount]", "deliveryAddress]"));
        assertThat(Refusal.of(folder::apply).toString()).contains("personal");
        folder.with("privacy.yaml", RULES.replace("amount]", "nothing]"));
        assertThat(Refusal.of(folder::apply).status()).isEqualTo(422);
    }
}
