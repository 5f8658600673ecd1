package dev.pledgedesk.report.control;

import dev.pledgedesk.report.BarChart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * Pages of A4 that are written on from top to bottom: Latin letters in a font that every reader has, Chinese ones in a font that is embedded as far as it is used. Dates and ids are given, so that the
 * same writing makes the same bytes.
 */
final class PdfPaper implements AutoCloseable {

    private static final float MARGIN = 50;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float COLUMN = 90;
    private static final float LINE = 1.45f;
    private static final String FONT = "/dev/pledgedesk/report/DroidSansFallbackFull.ttf";

    private final PDDocument document = new PDDocument();
    private final PDFont latin = new PDType1Font(FontName.HELVETICA);
    private final PDFont chinese;
    private PDPageContentStream page;
    private float y;

    /**
     * An empty document.
     *
     * @param at   what it says of when it was made
     * @param seed what its id is made of
     */
    PdfPaper(String title, Locale language, Instant at, String seed) throws IOException {
        document.setDocumentId((long) seed.hashCode());
        document.getDocumentInformation().setTitle(title);
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.setTimeInMillis(at.toEpochMilli());
        document.getDocumentInformation().setCreationDate(made);
        document.getDocumentInformation().setModificationDate(made);
        document.getDocumentCatalog().setLanguage(language.toLanguageTag());
        try (InputStream font = PdfPaper.class.getResourceAsStream(FONT)) {
            chinese = PDType0Font.load(document, font, true);
        }
        turn();
    }

    private void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        page = new PDPageContentStream(document, fresh);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private void room(float height) throws IOException {
        if (y - height < MARGIN) {
            turn();
        }
        y -= height;
    }

    void heading(String text) throws IOException {
        paragraph(text, 18);
        y -= 8;
    }

    void section(String text) throws IOException {
        // A heading does not stand alone at the foot of a page.
        if (y < MARGIN + 80) {
            turn();
        }
        y -= 10;
        paragraph(text, 13);
    }

    void small(String text) {
        try {
            paragraph(text, 9);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A name, and numbers at the right. */
    void row(String name, List<String> numbers) throws IOException {
        List<String> lines = lines(name, 10, WIDTH - COLUMN * numbers.size());
        for (int i = 0; i < lines.size(); i++) {
            room(10 * LINE);
            write(lines.get(i), MARGIN, y, 10);
            for (int n = 0; i == 0 && n < numbers.size(); n++) {
                float right = MARGIN + WIDTH - COLUMN * (numbers.size() - 1 - n);
                write(numbers.get(n), right - width(numbers.get(n), 10), y, 10);
            }
        }
    }

    void chart(BarChart chart) throws IOException {
        float scale = WIDTH / (float) BarChart.WIDTH;
        room((float) BarChart.HEIGHT * scale);
        for (BarChart.Bar bar : chart.bars()) {
            page.setNonStrokingColor(bar.satisfied() ? 0.05f : 0.78f, bar.satisfied() ? 0.42f : 0.80f, bar.satisfied() ? 0.35f : 0.84f);
            page.addRect(MARGIN + (float) bar.x() * scale, y + (float) bar.y() * scale, (float) bar.width() * scale, (float) bar.height() * scale);
            page.fill();
        }
        page.setNonStrokingColor(0f, 0f, 0f);
        for (BarChart.Label label : chart.labels()) {
            write(label.text(), MARGIN + (float) label.x() * scale - width(label.text(), 9) / 2, y + (float) label.y() * scale, 9);
        }
    }

    private void paragraph(String text, float size) throws IOException {
        for (String line : lines(text, size, WIDTH)) {
            room(size * LINE);
            write(line, MARGIN, y, size);
        }
    }

    /** Broken where it has to be: between words, or within a text without any. */
    private List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<= )|(?<=[\\u3000-\\u9fff\\uff00-\\uffef])")) {
            if (line.length() > 0 && width(line + word.stripTrailing(), size) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private void write(String text, float x, float at, float size) throws IOException {
        page.beginText();
        page.newLineAtOffset(x, at);
        for (Run run : runs(text)) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }

    private float width(String text, float size) throws IOException {
        float width = 0;
        for (Run run : runs(text)) {
            width += run.font().getStringWidth(run.text()) / 1000 * size;
        }
        return width;
    }

    private record Run(PDFont font, String text) {
    }

    /** Parts of a text by the font that has them; what none has is a question mark. */
    private List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            PDFont font = has(latin, character) ? latin : has(chinese, character) ? chinese : null;
            Run next = font == null ? new Run(latin, "?") : new Run(font, character);
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.font() == next.font()) {
                runs.set(runs.size() - 1, new Run(last.font(), last.text() + next.text()));
            } else {
                runs.add(next);
            }
        });
        return runs;
    }

    private static boolean has(PDFont font, String character) {
        try {
            font.encode(character);
            return true;
        } catch (IOException | IllegalArgumentException | IllegalStateException none) {
            return false;
        }
    }

    byte[] bytes() throws IOException {
        page.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
