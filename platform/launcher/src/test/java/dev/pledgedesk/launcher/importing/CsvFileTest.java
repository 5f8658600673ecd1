package dev.pledgedesk.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.launcher.LauncherFailure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    private Path folder;

    private CsvFile file(byte[] bytes, Charset charset) throws IOException {
        return new CsvFile(Files.write(folder.resolve("rows.csv"), bytes), charset, ',');
    }

    private CsvFile file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Every row as {@code line cells}, every bad one as {@code line !reason}. */
    private static List<String> read(CsvFile file) throws IOException {
        file.requireText();
        List<String> read = new ArrayList<>();
        try (CsvRows rows = file.rows()) {
            while (true) {
                try {
                    Row row = rows.next();
                    if (row == null) {
                        return read;
                    }
                    read.add(row.line() + " " + String.join("|", row.cells()));
                } catch (BadRow e) {
                    e.errors().forEach(error -> read.add(error.line() + " !" + error.reason()));
                }
            }
        }
    }

    @Test
    void readsQuotesAndLineBreaksAndKeepsCountOfLines() throws IOException {
        assertThat(read(file("a,b\n1,x\n\"2\",\"two\nlines, \"\"quoted\"\"\"\r\n\n3,鹤\uD842\uDFB7\n  \n4,last")))
            .containsExactly("2 1|x", "3 2|two\nlines, \"quoted\"", "6 3|鹤\uD842\uDFB7", "8 4|last");
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        for (String mark : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
            CsvFile file = file("\uFEFF售后,b\n发票,2\n".getBytes(Charset.forName(mark)), StandardCharsets.UTF_8);
            assertThat(read(file)).as(mark).containsExactly("2 发票|2");
            try (CsvRows rows = file.rows()) {
                assertThat(rows.columns()).containsExactly("售后", "b");
            }
        }
    }

    @Test
    void goesOnAfterARowThatCannotBeRead() throws IOException {
        List<String> read = read(file("a,b\n1,x\n2\n3,x,y\n\"4\"no,x\n5,\"x\"\n\"6\" \"no\",\"x\"\n7,x\n"));
        assertThat(read).hasSize(7);
        assertThat(read.get(0)).isEqualTo("2 1|x");
        assertThat(read.get(1)).isEqualTo("3 !It has 1 cells, the first line names 2 columns.");
        assertThat(read.get(2)).isEqualTo("4 !It has 3 cells, the first line names 2 columns.");
        assertThat(read.get(3)).startsWith("5 !The quotes do not fit");
        assertThat(read.get(4)).isEqualTo("6 5|x");
        assertThat(read.get(5)).startsWith("7 !The quotes do not fit");
        assertThat(read.get(6)).isEqualTo("8 7|x");
    }

    @Test
    void saysWhereAQuoteWasOpened() throws IOException {
        List<String> read = read(file("a,b\n1,x\n2,\"open\n3,x\n4,x\n"));
        assertThat(read.get(0)).isEqualTo("2 1|x");
        assertThat(read).hasSize(2);
        assertThat(read.get(1)).startsWith("3 !A quote is opened and never closed");
    }

    @Test
    void anEmptyFileHasNoColumns() throws IOException {
        for (String empty : List.of("", "\uFEFF", "\n\n")) {
            CsvFile file = file(empty);
            assertThatThrownBy(file::rows).isInstanceOf(LauncherFailure.class).hasMessageContaining(":1: The file is empty");
        }
        assertThat(read(file("a,b"))).as("columns and no rows").isEmpty();
    }

    @Test
    void readsOtherEncodingsAndNamesTheLineOfAWrongByte() throws IOException {
        byte[] chinese = "a,b\n售后,发票\n保修,退货\n".getBytes(Charset.forName("GB18030"));
        assertThat(read(file(chinese, Charset.forName("GB18030")))).containsExactly("2 售后|发票", "3 保修|退货");
        CsvFile wrong = file(chinese, StandardCharsets.UTF_8);
        assertThatThrownBy(wrong::requireText).isInstanceOf(LauncherFailure.class).hasMessageContaining("rows.csv:2: This is not UTF-8").hasMessageContaining("--charset");

        byte[] late = ("a\n" + "鹤\n".repeat(50_000) + "x").getBytes(StandardCharsets.UTF_8);
        late[late.length - 1] = (byte) 0xE9;
        CsvFile cut = file(late, StandardCharsets.UTF_8);
        assertThatThrownBy(cut::requireText).hasMessageContaining("rows.csv:50002:").hasMessageContaining("0xE9");
    }
}
