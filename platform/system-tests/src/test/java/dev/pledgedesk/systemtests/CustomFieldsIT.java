package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.CatalogueTicketType;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.NewTicketOpening;
import dev.pledgedesk.client.model.OpenTicket;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Custom fields of ticket types: each kind is checked, told in the caller's language, and kept as it was given. */
class CustomFieldsIT {

    private final Vendor art = Vendor.art();
    private final Visitor desk = art.staff("agent").visitor();

    @Test
    void everyKindIsKept() throws ApiException {
        Map<String, Object> fields = Map.of("artworkTitle", "《春山》", "orderNumber", "LJ2026000123", "amount", 12800.5, "orderedOn", "2026-03-01",
                "deliveryAddress", "上海市\n徐汇区");
        Ticket filed = file(art.guest(), "trading", fields);
        Ticket read = desk.tickets().getTicket(filed.getId());
        assertThat(read.getFields()).containsEntry("artworkTitle", "《春山》").containsEntry("orderedOn", "2026-03-01");
        assertThat(((Number) read.getFields().get("amount")).doubleValue()).isEqualTo(12800.5);

        Ticket billing = file(art.guest(), "billing", Map.of("paperInvoice", true, "settlementMonth", "2026-02"));
        assertThat(billing.getFields()).containsEntry("paperInvoice", true);
        assertThat(file(art.guest(), "feedback", Map.of("sentiment", "neutral")).getFields()).containsEntry("sentiment", "neutral");
    }

    @Test
    void whatIsPersonalIsOpenedForAPurposeAndNeverOverwrittenUnseen() throws ApiException {
        String mail = Vendor.newAddress();
        Ticket filed = art.guest().tickets().createTicket(new NewTicket().type("trading").subject("s").description("d").requester(Drafts.guest(mail))
                .fields(Map.of("artworkTitle", "《春山》", "deliveryAddress", "上海市\n徐汇区")), Vendor.newKey());
        Ticket read = desk.tickets().getTicket(filed.getId());
        assertThat(read.getFields()).doesNotContainKey("deliveryAddress").containsKey("artworkTitle");
        assertThat(read.getMaskedFields()).containsExactly("deliveryAddress");
        Visitor customer = art.byLink(art.mails().link(mail, 1));
        Ticket own = customer.tickets().getTicket(filed.getId());
        assertThat(own.getFields()).as("his own").containsEntry("deliveryAddress", "上海市\n徐汇区");
        assertThat(own.getMaskedFields()).isNullOrEmpty();

        Visitor officer = art.staff("privacy-officer").visitor();
        NewTicketOpening forTheTicket = new NewTicketOpening().purpose(NewTicketOpening.PurposeEnum.TICKET);
        assertThat(Refusal.of(() -> art.staff("tenant-administrator").visitor().tickets().openTicket(filed.getId(), forTheTicket, Vendor.newKey())).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> customer.tickets().openTicket(filed.getId(), forTheTicket, Vendor.newKey())).status()).isEqualTo(403);
        assertThat(Refusal.of(() -> Vendor.appliance().staff("agent").visitor().tickets().openTicket(filed.getId(), forTheTicket, Vendor.newKey())).status()).isEqualTo(404);
        String key = Vendor.newKey();
        OpenTicket opened = desk.tickets().openTicket(filed.getId(), forTheTicket, key);
        assertThat(opened.getFields()).containsOnlyKeys("deliveryAddress").containsEntry("deliveryAddress", "上海市\n徐汇区");
        assertThat(opened.getRequester().getEmail()).isEqualTo(mail);
        assertThat(officer.readings().listReadings(read.getRequester().getId(), null, null, null, null, null, null).getItems()).singleElement()
                .satisfies(r -> assertThat(r.getRecordId()).isEqualTo(filed.getId()));

        desk.tickets().changeTicket(filed.getId(), new TicketChange().fields(Map.of("deliveryAddress", "杭州市")), "\"" + filed.getVersion() + "\"");
        assertThat(desk.tickets().listHistory(filed.getId(), 50, null).getItems()).filteredOn(h -> h.getField().equals("fields.deliveryAddress")).singleElement().satisfies(h -> {
            assertThat(h.getMasked()).isTrue();
            assertThat(h.getAfter()).isNull();
        });
        Drafts.close(desk, filed.getId());
        assertThat(Refusal.of(() -> desk.tickets().openTicket(filed.getId(), forTheTicket, key)).status()).as("over, and no answer of before was kept").isEqualTo(409);
        assertThat(desk.tickets().openTicket(filed.getId(), new NewTicketOpening().purpose(NewTicketOpening.PurposeEnum.BREAK_GLASS).reason("The courier stands there"), Vendor.newKey()).getFields())
                .containsEntry("deliveryAddress", "杭州市");
    }

    @Test
    void everyKindIsChecked() {
        Map<String, Object> wrong = Map.of("orderNumber", "4711", "amount", "much", "orderedOn", "2026-02-30", "nonsense", "x");
        Refusal english = Refusal.of(() -> file(art.guest(), "trading", wrong));
        assertThat(english.status()).isEqualTo(422);
        assertThat(english.pointers()).containsExactlyInAnyOrder("/fields/artworkTitle", "/fields/orderNumber", "/fields/amount", "/fields/orderedOn", "/fields/nonsense");
        assertThat(english.about("/fields/artworkTitle")).isEqualTo("This is needed.");
        assertThat(english.about("/fields/amount")).isEqualTo("A number, please.");
        assertThat(english.about("/fields/orderedOn")).contains("2026-03-01");
        assertThat(english.about("/fields/nonsense")).contains("trading");

        Refusal chinese = Refusal.of(() -> file(art.guest().in("zh-CN"), "trading", wrong));
        assertThat(chinese.pointers()).containsExactlyElementsOf(english.pointers());
        for (String pointer : chinese.pointers()) {
            assertThat(chinese.about(pointer)).as(pointer).containsPattern("\\p{IsHan}").isNotEqualTo(english.about(pointer));
        }
        assertThat(chinese.detail()).containsPattern("\\p{IsHan}");

        assertThat(Refusal.of(() -> file(art.guest(), "billing", Map.of("paperInvoice", "perhaps"))).pointers()).containsExactly("/fields/paperInvoice");
        assertThat(Refusal.of(() -> file(art.guest(), "feedback", Map.of("sentiment", "furious"))).pointers()).containsExactly("/fields/sentiment");
        assertThat(Refusal.of(() -> file(art.guest(), "trading", Map.of("artworkTitle", "x".repeat(501)))).pointers()).containsExactly("/fields/artworkTitle");
        assertThat(Refusal.of(() -> file(art.guest(), "no-such-type", Map.of())).pointers()).containsExactly("/type");
    }

    @Test
    void internalFieldsAreTheStaffsAlone() throws ApiException {
        Map<String, Object> withInternal = Map.of("artworkTitle", "《秋水》", "carrierLiable", "carrier");
        Refusal refusal = Refusal.of(() -> file(art.guest(), "trading", withInternal));
        assertThat(refusal.pointers()).containsExactly("/fields/carrierLiable");
        CatalogueTicketType trading = art.guest().configuration().getCatalogue().getTicketTypes().stream().filter(t -> t.getKey().equals("trading")).findFirst().orElseThrow();
        assertThat(trading.getFields()).noneMatch(f -> f.getKey().equals("carrierLiable")).anyMatch(f -> f.getKey().equals("artworkTitle") && f.getRequired());

        String mail = Vendor.newAddress();
        Ticket filed = art.guest().tickets().createTicket(new NewTicket().type("trading").subject("s").description("d").requester(Drafts.guest(mail))
                .fields(Map.of("artworkTitle", "《秋水》")), Vendor.newKey());
        Ticket judged = desk.tickets().changeTicket(filed.getId(), new TicketChange().fields(Map.of("carrierLiable", "carrier", "artworkTitle", "《秋水图》")),
                "\"" + filed.getVersion() + "\"");
        assertThat(judged.getFields()).containsEntry("carrierLiable", "carrier").containsEntry("artworkTitle", "《秋水图》");
        Visitor customer = art.byLink(art.mails().link(mail, 1));
        assertThat(customer.tickets().getTicket(filed.getId()).getFields()).containsEntry("artworkTitle", "《秋水图》").doesNotContainKey("carrierLiable");
        assertThat(Refusal.of(() -> desk.tickets().changeTicket(filed.getId(), new TicketChange().fields(Map.of("artworkTitle", "")),
                "\"" + judged.getVersion() + "\"")).pointers()).as("what is needed cannot be cleared").containsExactly("/fields/artworkTitle");
    }

    @Test
    void theCatalogueSpeaksTheVisitorsLanguage() throws ApiException {
        var english = art.guest().configuration().getCatalogue();
        var chinese = art.guest().in("zh-CN").configuration().getCatalogue();
        assertThat(english.getName()).isEqualTo("Lanjian Art");
        assertThat(chinese.getName()).isEqualTo("澜笺艺术");
        assertThat(chinese.getTicketTypes()).hasSameSizeAs(english.getTicketTypes()).allSatisfy(t -> assertThat(t.getName()).containsPattern("\\p{IsHan}"));
    }

    private static Ticket file(Visitor who, String type, Map<String, Object> fields) throws ApiException {
        return who.tickets().createTicket(new NewTicket().type(type).subject("subject").description("text").requester(Drafts.guest(Vendor.newAddress()))
                .fields(fields), Vendor.newKey());
    }
}
