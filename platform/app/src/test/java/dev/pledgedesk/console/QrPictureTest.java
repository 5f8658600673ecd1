package dev.pledgedesk.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is drawn can be read by another's reader. */
class QrPictureTest {

    private static final int PIXELS = 4;
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void aPhoneReadsTheAddress() throws ReaderException {
        String address = "otpauth://totp/%E4%B8%80%E7%AC%94%20Art:wang.wei?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E4%B8%80%E7%AC%94%20Art";
        assertThat(read(QrPicture.of(address))).isEqualTo(address);
    }

    @Test
    void aMarginIsLeft() {
        QrPicture picture = QrPicture.of("x");
        assertThat(SQUARE.matcher(picture.path()).results()).isNotEmpty().allSatisfy(square -> {
            assertThat(Integer.parseInt(square.group(1))).isBetween(4, picture.size() - 5);
            assertThat(Integer.parseInt(square.group(2))).isBetween(4, picture.size() - 5);
        });
    }

    /** Paints the squares and lets the reader look. */
    private static String read(QrPicture picture) throws ReaderException {
        int side = picture.size() * PIXELS;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        SQUARE.matcher(picture.path()).results().forEach(square -> {
            int left = Integer.parseInt(square.group(1)) * PIXELS;
            int top = Integer.parseInt(square.group(2)) * PIXELS;
            for (int y = top; y < top + PIXELS; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + PIXELS, 0);
            }
        });
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)))).getText();
    }
}
