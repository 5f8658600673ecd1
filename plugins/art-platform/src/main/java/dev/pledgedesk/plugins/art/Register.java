package dev.pledgedesk.plugins.art;

import dev.pledgedesk.sdk.Setting;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The vendor's register of artworks.
 *
 * @param titleField       key of the ticket's field with the title
 * @param certificateField key of the field with the number of the certificate
 * @param key              public key of whoever signs certificates, Ed25519, base64; certificates are not verified without it
 * @param artworks         in any order
 */
public record Register(
        @Setting(en = "Field with the title", zhCn = "作品名称字段", preset = "artworkTitle") String titleField,
        @Setting(en = "Field with the number of the certificate", zhCn = "证书编号字段", preset = "certificateNumber") String certificateField,
        @Setting(en = "Public key of certificates (Ed25519, base64)", zhCn = "证书签名公钥（Ed25519，base64）", optional = true) String key,
        @Setting(en = "Artworks", zhCn = "作品", max = 1000) List<Artwork> artworks) {

    /**
     * One artwork.
     *
     * @param certificate number of its certificate
     * @param signature   over number, title and artist, one a line; base64; empty if it has none
     * @param licences    who may use it how
     */
    public record Artwork(
            @Setting(en = "Title", zhCn = "作品名称", min = 1, max = 200) String title,
            @Setting(en = "Artist", zhCn = "作者", min = 1, max = 200) String artist,
            @Setting(en = "Number of its certificate", zhCn = "证书编号", optional = true, max = 40) String certificate,
            @Setting(en = "Signature of its certificate (base64)", zhCn = "证书签名（base64）", optional = true, max = 200) String signature,
            @Setting(en = "Licences", zhCn = "授权", max = 50) List<Licence> licences) {

        /** What a certificate says, as it is signed. */
        byte[] statement() {
            return (certificate + "\n" + title + "\n" + artist).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** What a licence lets its holder do. */
    public enum Use { DISPLAY, PRINT, MERCHANDISE, ADVERTISING, ALL }

    /**
     * One licence.
     *
     * @param from  first day, such as 2026-01-01
     * @param until last day; empty for no end
     */
    public record Licence(
            @Setting(en = "Who has it", zhCn = "被授权方", min = 1, max = 200) String holder,
            @Setting(en = "What for", zhCn = "用途") Use use,
            @Setting(en = "First day", zhCn = "起始日") String from,
            @Setting(en = "Last day", zhCn = "截止日", optional = true) String until) {

        /** Refuses days that are none, and an end before the beginning. */
        public Licence {
            try {
                if (until != null && LocalDate.parse(until).isBefore(LocalDate.parse(from))) {
                    throw new IllegalArgumentException("the licence ends before it begins / 授权截止日早于起始日");
                }
                LocalDate.parse(from);
            } catch (DateTimeParseException noDay) {
                throw new IllegalArgumentException(noDay.getParsedString() + " is no day such as 2026-01-01 / 日期格式应为 2026-01-01");
            }
        }

        LocalDate first() {
            return LocalDate.parse(from);
        }

        Optional<LocalDate> last() {
            return Optional.ofNullable(until).map(LocalDate::parse);
        }
    }

    /** Refuses a key that is none. */
    public Register {
        if (key != null) {
            Certificates.key(key);
        }
    }

    /** The artwork of a certificate or, failing that, of a title. */
    Optional<Artwork> find(Optional<String> certificate, Optional<String> title) {
        return certificate.flatMap(c -> artworks.stream().filter(a -> c.equals(a.certificate())).findFirst())
                .or(() -> title.map(t -> t.strip().toLowerCase(Locale.ROOT)).flatMap(t -> artworks.stream().filter(a -> a.title().toLowerCase(Locale.ROOT).equals(t)).findFirst()));
    }

    /** Whether an artwork's certificate was signed by the key; empty if there is nothing to go by. */
    Optional<Boolean> genuine(Artwork artwork) {
        if (key == null || artwork.certificate() == null || artwork.signature() == null) {
            return Optional.empty();
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(Certificates.key(key));
            check.update(artwork.statement());
            return Optional.of(check.verify(Base64.getDecoder().decode(artwork.signature())));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return Optional.of(false);
        }
    }
}
