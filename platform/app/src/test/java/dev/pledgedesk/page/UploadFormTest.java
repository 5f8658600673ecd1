package dev.pledgedesk.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.kernel.Problem;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Parts of a request become texts and files. */
class UploadFormTest {

    private record Part(String name, String file, byte[] bytes) implements EntityPart {

        static Part text(String name, String text) {
            return new Part(name, null, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Optional<String> getFileName() {
            return Optional.ofNullable(file);
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public <T> T getContent(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T getContent(GenericType<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MultivaluedMap<String, String> getHeaders() {
            return new MultivaluedHashMap<>();
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.APPLICATION_OCTET_STREAM_TYPE;
        }
    }

    @Test
    void keepsTextsWithPlainLineEnds() {
        UploadForm form = UploadForm.of(List.of(Part.text("body", "第一行\r\n第二行"), Part.text("kept", "a"), Part.text("kept", "b")));
        assertThat(form.text("body")).isEqualTo("第一行\n第二行");
        assertThat(form.texts("kept")).containsExactly("a", "b");
        assertThat(form.text("absent")).isEmpty();
    }

    @Test
    void readsFileNamesAsBrowsersWriteThem() {
        String asLatin = new String("裂缝照片.jpg".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String realLatin = new String(new byte[] {'c', 'a', 'f', (byte) 0xe9}, StandardCharsets.ISO_8859_1);
        UploadForm form = UploadForm.of(List.of(new Part("files", asLatin, new byte[1]), new Part("files", "裂缝.jpg", new byte[1]),
                new Part("files", realLatin, new byte[1])));
        assertThat(form.files("files")).extracting(UploadForm.Upload::fileName).containsExactly("裂缝照片.jpg", "裂缝.jpg", "caf\u00e9");
    }

    @Test
    void anEmptyFileFieldIsNoFile() {
        assertThat(UploadForm.of(List.of(new Part("files", "", new byte[0]))).files("files")).isEmpty();
    }

    @Test
    void refusesATextThatIsNoText() {
        assertThatThrownBy(() -> UploadForm.of(List.of(new Part("body", null, new byte[256 * 1024 + 1]))))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    }
}
