package dev.pledgedesk.ticket.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Makes search tokens of Chinese and English text. Chinese becomes single characters and overlapping pairs, English lower-case stems; a word of a query
 * is matched as a phrase of its tokens, so that for Chinese a hit is an exact substring. The database only compares tokens and never reads text.
 */
public final class SearchText {

    /** What a query may be made of; more words are ignored. */
    private static final int MAX_WORDS = 12;

    private static final Analyzer INDEX = analyzer(true);
    private static final Analyzer QUERY = analyzer(false);

    private record Token(String text, int position) {
    }

    private SearchText() {
    }

    private static Analyzer analyzer(boolean singleCharactersToo) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer source = new StandardTokenizer();
                TokenStream tokens = new LowerCaseFilter(new CJKWidthFilter(source));
                tokens = new CJKBigramFilter(tokens, CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL,
                        singleCharactersToo);
                return new TokenStreamComponents(source, new PorterStemFilter(tokens));
            }
        };
    }

    /** The text form of a tsvector over these texts; a phrase never spans two of them. */
    public static String document(String... texts) {
        Map<String, StringBuilder> positions = new LinkedHashMap<>();
        int offset = 0;
        for (String text : texts) {
            int last = offset;
            for (Token token : tokens(INDEX, text)) {
                last = offset + token.position();
                StringBuilder places = positions.computeIfAbsent(token.text(), t -> new StringBuilder());
                places.append(places.isEmpty() ? "" : ",").append(last);
            }
            offset = last + 2;
        }
        StringBuilder vector = new StringBuilder();
        positions.forEach((token, places) -> vector.append(quoted(token)).append(':').append(places).append(' '));
        return vector.toString();
    }

    /** The text form of a tsquery that asks for all words; null if the text holds none. */
    public static String query(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            List<String> phrase = new ArrayList<>();
            int before = 0;
            for (Token token : tokens(QUERY, word)) {
                if (!phrase.isEmpty()) {
                    int step = token.position() - before;
                    phrase.add(step == 1 ? "<->" : "<" + step + ">");
                }
                phrase.add(quoted(token.text()));
                before = token.position();
            }
            if (!phrase.isEmpty() && words.size() < MAX_WORDS) {
                words.add("(" + String.join(" ", phrase) + ")");
            }
        }
        return words.isEmpty() ? null : String.join(" & ", words);
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = 0;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(term.toString(), Math.max(1, position)));
            }
            stream.end();
            return tokens;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String quoted(String token) {
        return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
