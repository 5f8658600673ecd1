package dev.pledgedesk.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of vendors as settings. */
class SettingsTableTest {

    private static final SettingView WORKS = view("artworks", "group", true, "Artworks", "作品", List.of(view("title", "text", false, "Title", "名称", List.of()), view("price", "whole", false, "Price", "价格", List.of()),
            view("words", "text", true, "Words", "关键词", List.of()),
            view("licences", "group", true, "Licences", "授权", List.of(view("holder", "text", false, "Holder", "被授权方", List.of()), view("until", "text", false, "Until", "截止", List.of())))));

    private static SettingView view(String key, String kind, boolean list, String en, String zh, List<SettingView> group) {
        return new SettingView(key, kind, list, new LocalizedText(Map.of("en", en, "zh-CN", zh)), true, null, List.of(), group);
    }

    private static JsonNode read(byte[] table) {
        return SettingsTable.read(WORKS, new ByteArrayInputStream(table), "/s.artworks");
    }

    private static JsonNode read(String table) {
        return read(table.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(String table) {
        try {
            read(table);
        } catch (Problem refused) {
            return refused.errors().get(0).pointer() + " " + refused.errors().get(0).message() + " " + refused.errors().get(0).arguments();
        }
        throw new AssertionError("taken: " + table);
    }

    @Test
    void linesAreRecordsAndThoseThatBelongTogetherAreOne() {
        assertThat(read("title,price,words,licences.holder,licences.until\n春潮,1200,spring; tide,Gallery,2026-12-31\n春潮,1200,spring; tide,Press,\nSnow,,,,\n")).hasToString(
                "[{\"title\":\"春潮\",\"price\":1200,\"words\":[\"spring\",\"tide\"],\"licences\":[{\"holder\":\"Gallery\",\"until\":\"2026-12-31\"},{\"holder\":\"Press\"}]},{\"title\":\"Snow\"}]");
    }

    @Test
    void theSameWorkTwiceStaysTwo() {
        assertThat(read("title,price\nCopy,1\nCopy,1\n")).hasSize(2);
    }

    @Test
    void columnsAreNamedInEitherLanguageAndPartedAsSpreadsheetsDo() {
        assertThat(read("\uFEFF名称;价格\n\"带;分号 \"\"x\"\"\";7\n")).hasToString("[{\"title\":\"带;分号 \\\"x\\\"\",\"price\":7}]");
        assertThat(read("Title\tPRICE\nTab\t8\n")).hasToString("[{\"title\":\"Tab\",\"price\":8}]");
        assertThat(read("名称,价格\n雪后,9\n".getBytes(Charset.forName("GB18030")))).hasToString("[{\"title\":\"雪后\",\"price\":9}]");
    }

    @Test
    void whatIsNoNumberIsLeftToTheCheckOfTheSettings() {
        assertThat(read("title,price\nx,dear\n")).hasToString("[{\"title\":\"x\",\"price\":\"dear\"}]");
    }

    @Test
    void whatIsWrongIsNamedWithItsLine() {
        assertThat(refusal("title,colour\nx,red\n")).startsWith("/s.artworks plugin.table-column [colour, title, price, words, licences.holder, licences.until]");
        assertThat(refusal("title,price\nx,1\ny\n")).startsWith("/s.artworks plugin.table-line [3, 2, 1]");
        assertThat(refusal("title,price\n")).contains("plugin.table-empty");
        assertThat(refusal("")).contains("plugin.table-empty");
        assertThat(refusal("title\n\"open")).contains("plugin.table-broken");
        assertThatThrownBy(() -> read(new byte[SettingsTable.MOST_BYTES + 1])).isInstanceOf(Problem.class);
    }
}
