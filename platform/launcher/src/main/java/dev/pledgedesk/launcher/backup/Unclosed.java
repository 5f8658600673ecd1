package dev.pledgedesk.launcher.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** One entry of an archive, which goes on after it: closing it closes nothing. */
final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
