package dev.pledgedesk.ticket.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Makes search tokens of Chinese and English text. Chinese becomes single characters and overlapping pairs, English lower-case stems; a word of a query
 * is matched as a phrase of its tokens, so that for Chinese a hit is an exact substring. Forms of width do not matter, and punctuation inside a word of
 * a query stands for any or none. The database only compares tokens and never reads text.
 */
public final class SearchText {

    /** What a query may be made of; more words are ignored. */
    private static final int MAX_WORDS = 12;

    /** PostgreSQL keeps this many positions of a token and silently drops the rest. */
    private static final int MAX_POSITIONS = 255;
    /** Ends the mark of a token whose positions are not all kept; no token ends so. */
    private static final String CROWDED = "+";

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer source = new StandardTokenizer();
            TokenStream tokens = new CJKBigramFilter(new LowerCaseFilter(source),
                    CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL, true);
            return new TokenStreamComponents(source, new PorterStemFilter(tokens));
        }
    };

    /**
     * A token of a text.
     *
     * @param position counts from 1; a pair has that of its first character
     * @param type     tells pairs and single characters of Chinese apart
     */
    private record Token(String text, int position, String type) {

        boolean isPair() {
            return CJKBigramFilter.DOUBLE_TYPE.equals(type);
        }

        boolean isSingle() {
            return CJKBigramFilter.SINGLE_TYPE.equals(type);
        }
    }

    private SearchText() {
    }

    /**
     * The text form of a tsvector over these texts; a phrase never spans two of them.
     *
     * @param key turns a token into what the database is given
     */
    public static String document(UnaryOperator<String> key, String... texts) {
        Map<String, List<Integer>> positions = new LinkedHashMap<>();
        int offset = 0;
        for (String text : texts) {
            int last = offset;
            for (Token token : tokens(text)) {
                last = offset + token.position();
                positions.computeIfAbsent(token.text(), t -> new ArrayList<>()).add(last);
            }
            offset = last + 2;
        }
        StringBuilder vector = new StringBuilder();
        positions.forEach((word, places) -> {
            String token = key.apply(word);
            vector.append(quoted(token)).append(':')
                    .append(places.stream().limit(MAX_POSITIONS).map(String::valueOf).collect(Collectors.joining(","))).append(' ');
            if (places.size() > MAX_POSITIONS) {
                vector.append(quoted(token + CROWDED)).append(' ');
            }
        });
        return vector.toString();
    }

    /** The text form of a tsquery that asks for all words, for documents that were made with the same {@code key}; null if the text holds none. */
    public static String query(UnaryOperator<String> key, String text) {
        List<String> words = new ArrayList<>();
        // Normalised first: a wide space parts words, too.
        for (String word : normal(text).strip().split("\\s+")) {
            List<Token> phrase = phrase(word);
            if (!phrase.isEmpty() && words.size() < MAX_WORDS) {
                words.add("(" + match(phrase.stream().map(t -> new Token(key.apply(t.text()), t.position(), t.type())).toList()) + ")");
            }
        }
        return words.isEmpty() ? null : String.join(" & ", words);
    }

    /** The tokens of a word at the positions that a document gives them, without the single characters that a pair covers. */
    private static List<Token> phrase(String word) {
        List<Token> tokens = tokens(word);
        Set<Integer> pairs = tokens.stream().filter(Token::isPair).map(Token::position).collect(Collectors.toSet());
        return tokens.stream().filter(t -> !(t.isSingle() && (pairs.contains(t.position()) || pairs.contains(t.position() - 1)))).toList();
    }

    /** The tokens one after the other; where not all positions of one are kept, all tokens at any place have to do: better one hit too many than one lost. */
    private static String match(List<Token> phrase) {
        StringBuilder sequence = new StringBuilder();
        int before = 0;
        for (Token token : phrase) {
            if (before > 0) {
                int step = token.position() - before;
                sequence.append(step == 1 ? " <-> " : " <" + step + "> ");
            }
            sequence.append(quoted(token.text()));
            before = token.position();
        }
        return phrase.size() == 1 ? sequence.toString() : "(" + sequence + ") | (" + each(phrase, "", " & ") + " & (" + each(phrase, CROWDED, " | ") + "))";
    }

    private static String each(List<Token> phrase, String suffix, String operator) {
        return phrase.stream().map(t -> quoted(t.text() + suffix)).distinct().collect(Collectors.joining(operator));
    }

    /** One form of what is the same: full and half width, ligatures, compatibility characters. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("text", normal(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            int position = 0;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(term.toString(), Math.max(1, position), type.type()));
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
