package dev.pledgedesk.console;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one SVG path of dark squares.
 *
 * @param size squares along a side, the quiet margin included
 * @param path the {@code d} attribute
 */
public record QrPicture(int size, String path) {

    private static final int MARGIN = 4;

    /** The picture of a text. */
    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * MARGIN, path.toString());
    }
}
