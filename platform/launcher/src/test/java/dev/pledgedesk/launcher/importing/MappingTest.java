package dev.pledgedesk.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.client.model.Channel;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.Priority;
import dev.pledgedesk.launcher.LauncherFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final List<String> COLUMNS = List.of("product", "mood", "text", "mail", "how", "marks");

    private final Mapping mapping = new Mapping(true);

    MappingTest() {
        mapping.set("type", "feedback");
        mapping.map("description", "text");
        mapping.subjectFrom("text", 6);
        mapping.map("category", "product");
        mapping.translate("category", Map.of("壶", "kettle"));
        mapping.translate("category", Map.of("灯", "lamp"));
        mapping.map("fields.sentiment", "mood");
        mapping.translate("fields.sentiment", Map.of("good", "positive", "*", "neutral"));
        mapping.map("requester.email", "mail");
        mapping.map("channel", "how");
        mapping.map("tags", "marks");
        mapping.set("priority", "low");
    }

    private static Row row(String... cells) {
        return new Row(7, COLUMNS, List.of(cells));
    }

    @Test
    void everyMemberComesFromItsPlace() throws BadRow {
        NewTicket ticket = mapping.ticket(row("壶", "good", " 水壶\n漏水，𠮷野家买的 ", "", "e-commerce", "急; 水，壶"));
        assertThat(ticket.getType()).isEqualTo("feedback");
        assertThat(ticket.getCategory()).isEqualTo("kettle");
        assertThat(ticket.getDescription()).isEqualTo(" 水壶\n漏水，𠮷野家买的 ");
        assertThat(ticket.getSubject()).as("one line, cut between characters").isEqualTo("水壶 漏水，…");
        assertThat(ticket.getFields()).containsExactly(Map.entry("sentiment", "positive"));
        assertThat(ticket.getPriority()).isEqualTo(Priority.LOW);
        assertThat(ticket.getChannel()).isEqualTo(Channel.E_COMMERCE);
        assertThat(ticket.getTags()).containsExactly("急", "水", "壶");
        assertThat(ticket.getRequester().getAnonymous()).isTrue();
        assertThat(ticket.getRequester().getEmail()).isNull();
    }

    @Test
    void aRowThatNamesSomebodyIsHis() throws BadRow {
        NewTicket ticket = mapping.ticket(row("灯", "none of those", "short", "li@example.com", "", ""));
        assertThat(ticket.getRequester().getAnonymous()).isNotEqualTo(true);
        assertThat(ticket.getRequester().getEmail()).isEqualTo("li@example.com");
        assertThat(ticket.getSubject()).isEqualTo("short");
        assertThat(ticket.getFields()).as("the star").containsEntry("sentiment", "neutral");
        assertThat(ticket.getChannel()).isNull();
    }

    @Test
    void whatCannotBeTranslatedIsToldWithItsColumn() {
        assertThatThrownBy(() -> mapping.ticket(row("锅", "good", "text", "", "pigeon", ""))).isInstanceOfSatisfying(BadRow.class,
            e -> assertThat(e.errors()).extracting(RowError::line, RowError::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(7L, "product"), org.assertj.core.groups.Tuple.tuple(7L, "how")));
    }

    @Test
    void whatIsNeededAndMissingIsToldOnce() {
        assertThatThrownBy(() -> mapping.ticket(row("壶", "good", " \n", "", "", ""))).isInstanceOfSatisfying(BadRow.class, e ->
            assertThat(e.errors()).singleElement().extracting(RowError::column).isEqualTo("text"));
    }

    @Test
    void aWrongCommandLineIsRefusedBeforeAnythingIsRead() {
        for (Runnable wrong : List.<Runnable>of(() -> mapping.set("status", "open"), () -> mapping.set("type", "other"), () -> mapping.set("fields.", "x"),
            () -> mapping.translate("type", Map.of("a", "b")), () -> new Mapping(true).requireWhole(), () -> Words.pair("--map", "category", '='),
            () -> Words.pairs("--values", "a=b,a=c"))) {
            assertThatThrownBy(wrong::run).isInstanceOf(LauncherFailure.class);
        }
        var nobody = new Mapping(false);
        List.of("type", "subject", "description").forEach(member -> nobody.set(member, "x"));
        assertThatThrownBy(nobody::requireWhole).hasMessageContaining("--anonymous");
        nobody.map("requester.phone", "phone");
        nobody.requireWhole();
    }

    @Test
    void aBackslashMakesASignOrdinary() {
        assertThat(Words.pairs("--values", "a\\=b=c\\,d, e = f")).containsExactly(Map.entry("a=b", "c,d"), Map.entry("e", "f"));
        assertThat(Words.list("a\\,b,c")).containsExactly("a,b", "c");
        assertThat(Words.pair("--map", "subject=x=y", '=')).containsExactly("subject", "x=y");
    }

    @Test
    void namesOfRowsStayTheSame() throws BadRow {
        Row first = row("壶", "good", "a", "", "", "");
        Row same = new Row(9, COLUMNS, first.cells());
        Row other = row("壶", "good", "b", "", "", "");
        var names = new RowNames("s", null);
        String one = names.next(first);
        String two = names.next(same);
        String three = names.next(other);
        assertThat(List.of(one, two, three)).doesNotHaveDuplicates().allMatch(name -> name.startsWith("s:") && name.length() <= RowNames.LONGEST);
        var shifted = new RowNames("s", null);
        assertThat(shifted.next(other)).as("rows before it do not matter").isEqualTo(three);
        assertThat(shifted.next(first)).isEqualTo(one);
        assertThat(shifted.next(same)).isEqualTo(two);
        assertThat(new RowNames("t", null).next(first)).isNotEqualTo(one);
    }

    @Test
    void aKeyTellsRowsApart() throws BadRow {
        var names = new RowNames("s", "product");
        assertThat(names.next(row(" K-1 ", "", "", "", "", ""))).isEqualTo("s:K-1");
        assertThat(names.next(row("k".repeat(200), "", "", "", "", ""))).hasSizeLessThanOrEqualTo(RowNames.LONGEST);
        assertThatThrownBy(() -> names.next(row("K-1", "other", "", "", "", ""))).isInstanceOf(BadRow.class).hasMessageContaining("stands in line 7 already");
        assertThatThrownBy(() -> names.next(row("  ", "", "", "", "", ""))).isInstanceOf(BadRow.class).hasMessageContaining("key is missing");
    }
}
