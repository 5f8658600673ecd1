package dev.pledgedesk.privacy;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.privacy.control.TenantKeyring;
import dev.pledgedesk.privacy.control.TenantKeys;
import dev.pledgedesk.privacy.control.WordToken;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns a contact into bytes that are equal for equal contacts of one tenant and keyed with its secret, so that it is found without being read. */
@ApplicationScoped
public class BlindIndex {

    private static final int BYTES = 16;
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>\"(),:;\\\\]{1,64}@[^@\\s<>\"(),:;\\\\]{1,190}");

    @Inject
    TenantKeyring keyring;

    @Inject
    TenantContext context;

    /** A mail address in the one form we compare: NFKC, lower case, trimmed. A problem at {@code pointer} if it is none. */
    public static String mail(String text, String pointer) {
        String mail = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (!MAIL.matcher(mail).matches()) {
            throw Problem.invalid(new FieldError(pointer, "field.email"));
        }
        return mail;
    }

    /** Index of a normalised value; null gives null. */
    public byte[] of(String kind, String normalised) {
        return normalised == null ? null : keyring.keys().index(kind, normalised, BYTES);
    }

    /** What to look a normalised value up by: its index, and the one that rows of the time before encryption still have; null gives none. */
    public List<byte[]> candidates(String kind, String normalised) {
        return normalised == null ? List.of() : List.of(of(kind, normalised), unkeyed(kind, normalised));
    }

    /** What to look a phone number up by: {@link #candidates}, also in the forms that releases before E.164 may have kept it in. */
    public List<byte[]> phoneCandidates(String e164, String region) {
        return e164 == null ? List.of() : Stream.concat(Stream.of(e164), PhoneNumbers.formerForms(e164, region).stream()).distinct().flatMap(form -> candidates("phone", form).stream()).toList();
    }

    private byte[] unkeyed(String kind, String normalised) {
        return Arrays.copyOf(Sha256.of(context.tenantId() + "|" + kind + "|" + normalised), BYTES);
    }

    /** A search token that tells nothing of the word but that it is the same as another. */
    public String token(String word) {
        return token(keyring.keys(), word);
    }

    /** The same under keys at hand, for loads of data that are prepared elsewhere. */
    public static String token(TenantKeys keys, String word) {
        return WordToken.of(keys, word);
    }
}
