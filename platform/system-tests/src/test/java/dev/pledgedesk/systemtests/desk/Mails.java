package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.OutgoingMail;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A vendor's outbox as its privacy officer reads it. Mails go out in the background: waiting means asking again. */
public final class Mails {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Pattern LINK = Pattern.compile("/t/([A-Za-z0-9_-]+)");
    private static final Pattern QUESTIONNAIRE = Pattern.compile("/questionnaires/([A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6})(?![0-9])");

    private final Visitor reader;

    Mails(Visitor reader) {
        this.reader = reader;
    }

    /** What went to an address so far, newest first, as far as the last hundred mails tell. */
    public List<OutgoingMail> to(String address) throws ApiException {
        return reader.mails().listOutgoingMails(100, null).getItems().stream().filter(m -> m.getTo().equals(address)).toList();
    }

    /** Waits until an address has got so many mails. */
    public List<OutgoingMail> await(String address, int count) {
        return Awaitility.await(count + " mails to " + address).atMost(LIMIT).pollInterval(PAUSE)
                .until(() -> to(address), mails -> mails.size() >= count);
    }

    /** The link in the newest mail to an address that has got at least so many. */
    public String link(String address, int count) {
        return found(LINK, await(address, count).get(0).getBody());
    }

    /** The code in the newest mail to an address that has got at least so many. */
    public String code(String address, int count) {
        return found(CODE, await(address, count).get(0).getBody());
    }

    /** The secret of the newest questionnaire to anybody. */
    public String questionnaire() throws ApiException {
        return reader.mails().listOutgoingMails(100, null).getItems().stream().map(OutgoingMail::getBody).filter(body -> QUESTIONNAIRE.matcher(body).find()).map(body -> found(QUESTIONNAIRE, body)).findFirst()
                .orElseThrow();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("not in the mail: " + text);
        }
        return matcher.group(1);
    }
}
