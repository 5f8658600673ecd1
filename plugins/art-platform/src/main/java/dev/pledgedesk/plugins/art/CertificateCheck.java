package dev.pledgedesk.plugins.art;

import dev.pledgedesk.sdk.FieldValidator;
import dev.pledgedesk.sdk.Text;
import java.util.Locale;

/** Takes numbers of certificates that can have been given. */
final class CertificateCheck implements FieldValidator {

    private final Certificates certificates;

    CertificateCheck(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public Verdict check(Question question) {
        String number = question.value().toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!certificates.fits(number)) {
            return new Refused(new Text("We have never given this number to a certificate; please compare it with the lower right corner.", "我们没有签发过这个编号的证书，请核对证书右下角的编号。"));
        }
        return number.equals(question.value()) ? new Accepted() : new Corrected(number);
    }
}
