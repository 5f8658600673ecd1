package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.NewMessage;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.OutgoingMail;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Vendor;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mails in the vendor's own words: what he says is sent, what he leaves out has the platform's words, and what would be sent without its point is refused. */
class MailTextsIT {

    private static final String MAILS = """
            letters:
              - key: received
                subject: {zh-CN: "{vendor}收到了（{number}）", en: "{vendor} has got it ({number})"}
                body: {zh-CN: "{name}，工单 {number}：{link}", en: "Hi {name}, that is {number}: {link}"}
            """;

    private final String key = "wording-" + UUID.randomUUID().toString().substring(0, 8);
    private final Folder folder = Folder.of("art-platform").as(key, key + ".localhost");
    private final Vendor vendor = Vendor.at(key, key + ".localhost");

    private Ticket file(Vendor at, String mail, String locale, String name) throws ApiException {
        return at.guest().tickets().createTicket(Drafts.question("a question").requester(new NewRequester().name(name).email(mail).locale(locale)), Vendor.newKey());
    }

    @Test
    void ownWordsAreSentAndTheOthersAreOurs() throws ApiException {
        folder.with("mails.yaml", MAILS).apply();
        String english = Vendor.newAddress();
        Ticket filed = file(vendor, english, "en", "Ann {link} $1");
        OutgoingMail received = vendor.mails().await(english, 1).get(0);
        assertThat(received.getSubject()).isEqualTo("Lanjian Art has got it (" + filed.getNumber() + ")");
        assertThat(received.getBody()).as("a name is no blank").startsWith("Hi Ann {link} $1, that is " + filed.getNumber() + ": http").contains("/t/");
        vendor.newStaff("agent").visitor().tickets().createMessage(filed.getId(), new NewMessage().body("We send a new one, {name}."), Vendor.newKey());
        assertThat(vendor.mails().await(english, 2).get(0)).satisfies(m -> {
            assertThat(m.getSubject()).isEqualTo("[" + filed.getNumber() + "] Lanjian Art has answered");
            assertThat(m.getBody()).contains("We send a new one, {name}.").contains("Hello Ann {link} $1").doesNotContain("{number}", "{vendor}");
        });
        String chinese = Vendor.newAddress();
        Ticket second = file(vendor, chinese, "zh-CN", "李娜");
        assertThat(vendor.mails().await(chinese, 1).get(0).getBody()).startsWith("李娜，工单 " + second.getNumber() + "：http");

        String elsewhere = Vendor.newAddress();
        file(Vendor.appliance(), elsewhere, "en", "Ann");
        assertThat(Vendor.appliance().mails().await(elsewhere, 1).get(0).getSubject()).as("another vendor's are ours").contains("We received your request");
    }

    @Test
    void aMailWithoutItsPointIsRefusedInThePlan() {
        assertThat(refused(MAILS.replace(": {link}\"}\n", "\"}\n"))).contains("link").contains("missing");
        assertThat(refused(MAILS.replace("Hi {name}", "Hi {phone}"))).contains("phone");
        assertThat(refused(MAILS.replace(", en: \"{vendor} has got it ({number})\"", ""))).contains("en");
        assertThat(refused(MAILS.replace("key: received", "key: birthday"))).contains("mails.yaml");
        assertThat(refused(MAILS + MAILS.replace("letters:\n", ""))).contains("received");
    }

    private String refused(String mails) {
        return Refusal.of(folder.with("mails.yaml", mails)::apply).toString();
    }
}
