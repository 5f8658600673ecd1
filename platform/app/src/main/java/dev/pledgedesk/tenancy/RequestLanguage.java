package dev.pledgedesk.tenancy;

import dev.pledgedesk.kernel.Messages;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** The language in which this request is answered: English until the request says otherwise. */
@RequestScoped
public class RequestLanguage {

    private Locale locale = Locale.ENGLISH;

    public void speak(Locale wish) {
        locale = wish;
    }

    public Locale locale() {
        return locale;
    }

    /** Texts in that language. */
    public Messages messages() {
        return Messages.in(locale);
    }
}
