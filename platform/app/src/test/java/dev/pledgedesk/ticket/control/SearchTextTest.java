package dev.pledgedesk.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.database.Roles;
import dev.pledgedesk.wall.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.Example;

/** What is written is found by what is looked for; the comparison is PostgreSQL's own. */
class SearchTextTest {

    /** Tokens as the database is given them: opaque, equal only for equal words. */
    private static final UnaryOperator<String> KEY = word -> Base64.getUrlEncoder().withoutPadding().encodeToString(word.getBytes(StandardCharsets.UTF_8));

    private static Connection connection;

    @BeforeContainer
    static void connect() throws SQLException {
        connection = TestDatabase.connect(Roles.APP);
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Provide
    Arbitrary<String> chinese() {
        // Few characters make repetitions and overlaps likely; two of them lie outside the basic plane.
        return Arbitraries.oneOf(Arbitraries.of("水壶漏画框裂鹤年".split("")), Arbitraries.of("𠮷", "𡃁"), Arbitraries.chars().range('\u4e00', '\u9fa5').map(String::valueOf))
                .list().ofMinSize(1).ofMaxSize(60).map(l -> String.join("", l));
    }

    /** A piece of a Chinese text without punctuation finds that text. */
    @Property(tries = 400)
    void aPieceFindsItsText(@ForAll("chinese") String text, @ForAll @IntRange(max = 59) int from, @ForAll @IntRange(min = 1, max = 60) int length) throws SQLException {
        int characters = text.codePointCount(0, text.length());
        int start = from % characters;
        String piece = text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, Math.min(characters, start + length)));
        assertThat(finds(piece, text)).as("%s in %s", piece, text).isTrue();
    }

    @Provide
    Arbitrary<String> twoCharacters() {
        // Nearly every pair stands in nearly every text, so that only their order can tell.
        return Arbitraries.strings().withChars('水', '壶').ofMinLength(1).ofMaxLength(9);
    }

    @Property(tries = 500)
    void exactlyThePiecesAreFound(@ForAll("twoCharacters") String text, @ForAll("twoCharacters") String piece) throws SQLException {
        assertThat(finds(piece, text)).as("%s in %s", piece, text).isEqualTo(text.contains(piece));
    }

    @Property(tries = 200)
    void anyTextAtAllMakesTokensTheDatabaseTakes(@ForAll String text) throws SQLException {
        String clean = text.replace("\u0000", "");
        finds(clean, clean);
        assertThat(SearchText.document(KEY, clean)).doesNotContain("\u0000");
    }

    @Example
    void englishIsFoundByItsStem() throws SQLException {
        assertThat(finds("printer connecting", "The Printers cannot connect to 3F")).isTrue();
        assertThat(finds("3f", "The Printers cannot connect to 3F")).isTrue();
        assertThat(finds("scanner", "The Printers cannot connect")).isFalse();
        assertThat(finds("TITLE", "title")).as("whatever the server's language, as Turkish here").isTrue();
    }

    @Example
    void allWordsAreAskedForInAnyOrder() throws SQLException {
        assertThat(finds("漏水 水壶", "新买的水壶底部漏水")).isTrue();
        assertThat(finds("漏水 画框", "新买的水壶底部漏水")).isFalse();
        assertThat(finds("水壶 printer", "水壶 is no printer")).isTrue();
    }

    @Example
    void aPhraseDoesNotSpanTwoTexts() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select cast(? as tsvector) @@ cast(? as tsquery)")) {
            query.setString(1, SearchText.document(KEY, "水画框", "框裂开"));
            query.setString(2, SearchText.query(KEY, "画框裂"));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertThat(row.getBoolean(1)).isFalse();
            }
        }
    }

    @Example
    void aLongTextIsFoundToItsEnd() throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8000; i++) {
            text.appendCodePoint(0x4e00 + i * 7 % 3000);
        }
        assertThat(finds("鹤归来", text + "鹤归来")).isTrue();
        assertThat(finds(text.substring(7900, 7950), text.toString())).isTrue();
        assertThat(finds("鹤归来", text.toString())).isFalse();
    }

    @Example
    void chineseAndOtherWordsMayStandSideBySide() throws SQLException {
        for (String piece : new String[] {"热水器E4", "E4热水器", "报E4故障", "E4故障码", "热水器E4故障码", "码12升", "器E4"}) {
            assertThat(finds(piece, "热水器E4故障码12升")).as(piece).isEqualTo("热水器E4故障码12升".contains(piece));
        }
    }

    @Example
    void widthDoesNotMatter() throws SQLException {
        assertThat(finds("EMS快递", "用ＥＭＳ快递寄回")).isTrue();
        assertThat(finds("ＥＭＳ", "EMS")).isTrue();
        assertThat(finds("售后　发票", "发票和售后")).as("a wide space parts words").isTrue();
        assertThat(finds("ｶﾀﾛｸﾞ", "カタログ")).isTrue();
        assertThat(finds("㎡", "12m2")).isFalse();
    }

    @Example
    void punctuationBetweenCharacters() throws SQLException {
        assertThat(finds("售后", "售，后")).as("no substring").isFalse();
        assertThat(finds("售后", "售\n后")).isFalse();
        assertThat(finds("热水器", "热水，水器")).isFalse();
        assertThat(finds("发票，售后", "要发票，售后不给")).isTrue();
        assertThat(finds("差！售后", "太差！售后更差")).isTrue();
        assertThat(finds("差！售后", "售后太差")).isFalse();
    }

    @Example
    void whatIsRepeatedOverAndOverIsStillFound() throws SQLException {
        String crowd = "热水，".repeat(400);
        assertThat(finds("热水器", crowd + "热水器")).isTrue();
        assertThat(finds("热水器", crowd)).isFalse();
        assertThat(finds("开热水", crowd + "打开热水")).isTrue();
        assertThat(finds("热水", crowd)).isTrue();
    }

    @Example
    void signsAloneAskForNothing() {
        assertThat(SearchText.query(KEY, " ?! ':* & | <-> ")).isNull();
        assertThat(SearchText.query(KEY, "")).isNull();
    }

    @Example
    void quotesAndOperatorsAreLetters() throws SQLException {
        assertThat(finds("o'brien", "Mr O'Brien has a kettle \\ & | ! <-> ':*")).isTrue();
        assertThat(finds("a & b | !c", "a b c")).isTrue();
    }

    private static boolean finds(String wanted, String text) throws SQLException {
        String tsquery = SearchText.query(KEY, wanted);
        try (PreparedStatement query = connection.prepareStatement("select cast(? as tsvector) @@ cast(? as tsquery)")) {
            query.setString(1, SearchText.document(KEY, text));
            query.setString(2, tsquery == null ? "" : tsquery);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
