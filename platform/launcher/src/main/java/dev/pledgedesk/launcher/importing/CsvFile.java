package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.LauncherFailure;
import dev.pledgedesk.launcher.OneLine;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A CSV file after RFC 4180: cells in quotes where needed, line breaks inside quotes, the first row names the columns. A byte order mark is
 * understood and skipped.
 *
 * @param path      where it is
 * @param charset   of its text, unless it begins with a byte order mark
 * @param delimiter between two cells
 */
record CsvFile(Path path, Charset charset, char delimiter) {

    private static final int CHUNK = 1 << 16;
    private static final int BYTE = 0xFF;

    /** A byte order mark, or none. */
    private record Mark(Charset charset, int length) {
    }

    /**
     * Reads every byte and refuses a file that is not text of its charset, naming the line: a wrong charset is noticed before anything is filed.
     *
     * @throws LauncherFailure if a byte cannot be read as text, or the file not at all
     */
    void requireText() {
        try (InputStream in = Files.newInputStream(path)) {
            Mark mark = mark();
            in.skipNBytes(mark.length());
            decode(in, decoder(mark.charset()), mark.charset());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void decode(InputStream in, CharsetDecoder decoder, Charset used) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        long line = 1;
        for (boolean end = false; !end;) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            CoderResult result = decoder.decode(bytes, chars, end);
            line += chars.flip().chars().filter(c -> c == '\n').count();
            chars.clear();
            if (result.isError()) {
                throw new LauncherFailure(ExitCode.PROBLEMS, path + ":" + line + ": This is not " + used.name() + " text (byte "
                    + String.format("0x%02X", bytes.get(bytes.position()) & BYTE) + "). Say what it is by --charset, for example GB18030.");
            }
            end &= !result.isOverflow();
            bytes.compact();
        }
    }

    /** Opens it for reading its rows once; close what is returned. */
    CsvRows rows() {
        try {
            Mark mark = mark();
            InputStream in = new BufferedInputStream(Files.newInputStream(path), CHUNK);
            in.skipNBytes(mark.length());
            Reader text = new InputStreamReader(in, decoder(mark.charset()));
            return new CsvRows(path, text, delimiter);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Mark mark() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(3);
            if (start.length == 3 && (start[0] & BYTE) == 0xEF && (start[1] & BYTE) == 0xBB && (start[2] & BYTE) == 0xBF) {
                return new Mark(StandardCharsets.UTF_8, 3);
            }
            int two = start.length < 2 ? 0 : (start[0] & BYTE) << 8 | start[1] & BYTE;
            return two == 0xFEFF ? new Mark(StandardCharsets.UTF_16BE, 2) : two == 0xFFFE ? new Mark(StandardCharsets.UTF_16LE, 2) : new Mark(charset, 0);
        }
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private LauncherFailure unreadable(IOException e) {
        return new LauncherFailure(ExitCode.USAGE, path + " cannot be read (" + OneLine.reason(e) + ").", e);
    }
}
