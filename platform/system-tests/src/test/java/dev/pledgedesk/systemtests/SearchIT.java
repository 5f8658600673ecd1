package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.MessageKind;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Search finds Chinese and English in everything the caller may see, and in nothing else. */
class SearchIT {

    private final Vendor art = Vendor.art();
    private final Visitor desk = art.staff("agent").visitor();
    /** A word that no other ticket holds. */
    private final String mark = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").concat("abcdefabcd").substring(0, 10) + "x";

    @Test
    void findsEnglishWordsInAnyForm() throws ApiException {
        Ticket filed = Drafts.filed(art, mark + " Paintings were delivered broken");
        for (String words : List.of("painting", "DELIVERED", "deliver", "broken paintings")) {
            assertThat(TicketQuery.search(mark + " " + words).ids(desk)).as(words).containsExactly(filed.getId());
        }
        assertThat(TicketQuery.search(mark + " sculpture").ids(desk)).as("all words are asked for").isEmpty();
    }

    @Test
    void findsChineseByAnyPartOfAPhrase() throws ApiException {
        Ticket filed = Drafts.filed(art, mark + " 山水画《溪山行旅》运输途中破损");
        for (String words : List.of("山水画", "溪山行旅", "破损", "画", "运输途中 山水")) {
            assertThat(TicketQuery.search(mark + " " + words).ids(desk)).as(words).containsExactly(filed.getId());
        }
        assertThat(TicketQuery.search(mark + " 水山").ids(desk)).as("the order of characters counts").isEmpty();
        assertThat(TicketQuery.search(mark + " 山行破损").ids(desk)).isEmpty();
    }

    @Test
    void findsChineseBesideOtherWords() throws ApiException {
        Ticket filed = Drafts.filed(art, mark + " 报E4故障码，要发票，售后不给；用ＥＭＳ寄回");
        for (String words : List.of("报E4故障", "E4故障码", "发票，售后", "EMS寄回", "ｅｍｓ", "报e4　发票")) {
            assertThat(TicketQuery.search(mark + " " + words).ids(desk)).as(words).containsExactly(filed.getId());
        }
        assertThat(TicketQuery.search(mark + " 发票售后").ids(desk)).as("no substring").isEmpty();
    }

    @Test
    void findsWhatIsSaidLaterAndByNumber() throws ApiException {
        Ticket filed = Drafts.filed(art, "plain");
        desk.tickets().createMessage(filed.getId(), new NewMessage().body("We checked the " + mark + " 装裱"), Vendor.newKey());
        assertThat(TicketQuery.search(mark + " 装裱").ids(desk)).containsExactly(filed.getId());
        assertThat(TicketQuery.search(filed.getNumber()).ids(desk)).containsExactly(filed.getId());
        assertThat(TicketQuery.search(filed.getNumber().toLowerCase(java.util.Locale.ROOT)).ids(desk)).containsExactly(filed.getId());
    }

    @Test
    void customersFindTheirPublicPartOnly() throws ApiException {
        String mail = Vendor.newAddress();
        Visitor customer = Drafts.customer(art, mail, mark + " own");
        UUID own = TicketQuery.ALL.ids(customer).get(0);
        UUID others = Drafts.filed(art, mark + " of somebody else").getId();
        desk.tickets().createMessage(own, new NewMessage().kind(MessageKind.INTERNAL_NOTE).body("secretword" + mark + " 机密备注"), Vendor.newKey());
        assertThat(TicketQuery.search("secretword" + mark).ids(desk)).containsExactly(own);
        assertThat(TicketQuery.search(mark + " 机密备注").ids(desk)).containsExactly(own);
        assertThat(TicketQuery.search("secretword" + mark).ids(customer)).isEmpty();
        assertThat(TicketQuery.search("机密备注").ids(customer)).isEmpty();
        assertThat(TicketQuery.search(mark).ids(customer)).containsExactly(own);
        assertThat(TicketQuery.search(mark).ids(desk)).containsExactly(others, own);
    }

    @Test
    void theOtherTenantFindsNothing() throws ApiException {
        Drafts.filed(art, mark + " 只在这里");
        assertThat(TicketQuery.search(mark).ids(desk)).hasSize(1);
        assertThat(TicketQuery.search(mark).ids(Vendor.appliance().staff("agent").visitor())).isEmpty();
    }

    @Test
    void oddWordsAreNoError() throws ApiException {
        for (String odd : List.of("'", "a & b | !c", ":*", "\\", "%_", "()<->", "…", "ａｂｃ", "\uD83D\uDE00", "'; drop table ticket; --")) {
            assertThat(TicketQuery.search(mark + odd).page(desk, null).getItems()).as(odd).isEmpty();
        }
    }

    @Test
    void pagesOfHitsAreComplete() throws ApiException {
        List<UUID> filed = new java.util.ArrayList<>();
        for (int i = 0; i < 7; i++) {
            filed.add(0, Drafts.filed(art, mark + " hit " + i).getId());
        }
        assertThat(TicketQuery.search(mark).pagesOf(3).allIds(desk, () -> { })).containsExactlyElementsOf(filed);
    }
}
