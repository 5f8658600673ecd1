package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.identity.ErasureCause;
import dev.pledgedesk.identity.Erasures;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.TicketChange;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketFilter;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who was forgotten can be read, found and reached by nobody; rows of the time before encryption are read, and sealed, and forgotten like all others. */
@ExtendWith(ArquillianExtension.class)
class ForgettingIT extends SealedDesk {

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Test
    void whoIsForgottenCannotBeReadOrFoundOrReachedAndTheNumbersStay() {
        TenantId a = desk("forgotten-a");
        TenantId b = desk("forgotten-b");
        TicketDetails gone = file(a, "goneperson");
        TicketDetails stays = file(a, "stayperson");
        TicketDetails other = file(b, "goneperson");
        UUID person = gone.requester().id();
        UUID hold = as(a, () -> erasures.place(person, "Lawsuit 17/26")).id();
        assertThat(catchThrowableOfType(Problem.class, () -> as(a, () -> erasures.erase(person, ErasureCause.REQUEST))).detail()).isEqualTo("privacy.on-hold");
        assertThat(as(a, () -> erasures.holds(person))).extracting(Erasures.Hold::reason).containsExactly("Lawsuit 17/26");
        as(a, () -> {
            erasures.lift(person, hold);
            return null;
        });
        byte[] oldName = HexFormat.of().parseHex(OwnerSql.read("select encode(name, 'hex') from customer where id = ?", person).get(0));
        byte[] oldMail = HexFormat.of().parseHex(OwnerSql.read("select encode(email, 'hex') from customer where id = ?", person).get(0));

        Erasures.Erasure proof = as(a, () -> erasures.erase(person, ErasureCause.REQUEST));
        assertThat(proof.removed()).containsEntry("files", 1).containsEntry("searchDocuments", 1);
        assertThat(proof.receipt().split("[.]")).hasSize(3);
        assertThat(catchThrowableOfType(Problem.class, () -> as(a, () -> erasures.erase(person, ErasureCause.REQUEST))).detail()).isEqualTo("privacy.forgotten-already");
        assertThat(catchThrowableOfType(Problem.class, () -> as(b, () -> erasures.erase(person, ErasureCause.REQUEST))).kind()).as("of another tenant").isEqualTo(Problem.Kind.NOT_FOUND);

        assertThat(leaks("goneperson")).as("tags and outside ids went, too").noneMatch(row -> row.contains(a.toString()));
        TicketDetails left = as(a, () -> reading.get(gone.id()));
        assertThat(left.number()).isEqualTo(gone.number());
        assertThat(left.subject() + left.requester().name() + body(a, gone.id())).doesNotContain("goneperson").contains("[erased]");
        assertThat(found(a, "goneperson")).isEmpty();
        assertThat(as(a, () -> customers.find("goneperson@example.com"))).isEmpty();
        assertThat(body(a, stays.id())).contains("stayperson");
        assertThat(body(b, other.id())).contains("goneperson");
        assertThat(found(b, "goneperson")).containsExactly(other.id());
        assertThat(OwnerSql.read("select count(*) from attachment_chunk where tenant_id = ?", a.value())).as("that of who stays").containsExactly("1");
        assertThat(catchThrowableOfType(Problem.class, () -> as(a, () -> filing.file(new NewTicket("question", null, "More", "Text", null, null, new Requester(person, null, null, null, null),
                Map.of(), List.of(), List.of(), null)))).detail()).isEqualTo("privacy.forgotten");

        TicketDetails moved = as(a, () -> changes.change(gone.id(), null, TicketChange.toStatus("open")));
        assertThat(moved.status()).as("his ticket can still be closed").isEqualTo("open");
        work(a, "erasure-sweep", person);

        // What an older backup of the data brings back opens no more, and is removed again.
        OwnerSql.change("update customer set name = ?, email = ?, email_index = '\\x0102', erased_at = null where id = ?", oldName, oldMail, person);
        assertThat(as(a, () -> customers.contacts(person)).name()).isEqualTo("Erased");
        assertThat(as(a, () -> customers.contacts(person)).email()).isNull();
        work(a, "replay-erasures", NIL);
        assertThat(OwnerSql.read("select concat(encode(email, 'hex'), encode(email_index, 'hex'), erased_at is null) from customer where id = ?", person)).containsExactly("f");
        assertThat(OwnerSql.read("select count(*) from erasure where customer_id = ?", person)).containsExactly("1");
    }

    @Test
    void whoIsForgottenBeforeHisOldRowsAreSealedIsForgottenAllTheSame() {
        TenantId a = desk("older-b");
        TicketDetails one = file(a, "oldgone");
        UUID person = one.requester().id();
        OwnerSql.change("update customer set name = set_byte(convert_to(chr(1) || 'Name oldgone', 'UTF8'), 0, 0) where id = ?", person);
        OwnerSql.change("update ticket set subject = set_byte(convert_to(chr(1) || 'Subject oldgone', 'UTF8'), 0, 0) where id = ?", one.id());
        OwnerSql.change("update message set body = set_byte(convert_to(chr(1) || 'Body oldgone', 'UTF8'), 0, 0) where ticket_id = ?", one.id());
        as(a, () -> erasures.erase(person, ErasureCause.OBJECTION));
        assertThat(as(a, () -> reading.get(one.id())).subject()).isEqualTo("[erased]");
        assertThat(body(a, one.id())).isEqualTo("[erased]");
        for (String table : List.of("customer", "ticket", "message")) {
            work(a, "reseal-" + table, NIL);
        }
        assertThat(leaks("oldgone")).isEmpty();
        assertThat(body(a, one.id())).isEqualTo("[erased]");
        assertThat(found(a, "oldgone")).isEmpty();
    }

    /** Rows as the version before wrote them: clear text behind a form byte of zero, indexes without a key, plain search tokens. */
    @Test
    void rowsOfTheTimeBeforeEncryptionAreReadAndThenSealed() {
        TenantId a = desk("older-a");
        TicketDetails one = file(a, "olden");
        UUID person = one.requester().id();
        OwnerSql.change("update customer set name = convert_to(chr(1) || 'Name olden', 'UTF8'), email = convert_to(chr(1) || 'olden@example.com', 'UTF8'), phone = null, phone_index = null,"
                + " email_index = substring(sha256(convert_to(? || '|email|olden@example.com', 'UTF8')) from 1 for 16) where id = ?", a.toString(), person);
        OwnerSql.change("update customer set name = set_byte(name, 0, 0), email = set_byte(email, 0, 0) where id = ?", person);
        OwnerSql.change("update ticket set subject = set_byte(convert_to(chr(1) || 'Subject olden', 'UTF8'), 0, 0), fields = set_byte(convert_to(chr(1) || '{}', 'UTF8'), 0, 0) where id = ?", one.id());
        OwnerSql.change("update ticket set tags = '[\"vip olden\"]', tag_list = set_byte(convert_to(chr(1) || '[\"vip olden\"]', 'UTF8'), 0, 0) where id = ?", one.id());
        OwnerSql.change("insert into outgoing_mail (tenant_id, id, person_id, recipient, subject, body, state, attempts, last_error, created_at, version) values (?, gen_random_uuid(), ?, '\\x00', '\\x00', '\\x00',"
                + " 'failed', 9, set_byte(convert_to(chr(1) || '550 no olden here', 'UTF8'), 0, 0), now(), 1)", a.value(), person);
        OwnerSql.change("update message set body = set_byte(convert_to(chr(1) || 'The boiler of olden', 'UTF8'), 0, 0) where ticket_id = ?", one.id());
        OwnerSql.change("update search_document set tokens = 'olden:1'::tsvector where ticket_id = ?", one.id());
        OwnerSql.change("update attachment set file_name = set_byte(convert_to(chr(1) || 'olden.txt', 'UTF8'), 0, 0), content_key = null where ticket_id = ?", one.id());
        OwnerSql.change("update attachment_chunk set content = convert_to('content of olden', 'UTF8') where attachment_id in (select id from attachment where ticket_id = ?)", one.id());
        OwnerSql.change("insert into ticket_change values (?, gen_random_uuid(), ?, now(), 'staff', null, 'subject', set_byte(convert_to(chr(1) || 'olden', 'UTF8'), 0, 0), null)", a.value(), one.id());

        assertThat(as(a, () -> reading.get(one.id())).subject()).isEqualTo("Subject olden");
        assertThat(as(a, () -> reading.get(one.id())).tags()).containsExactly("vip olden");
        assertThat(content(a, one.id())).isEqualTo("content of olden");
        assertThat(as(a, () -> customers.find("olden@example.com"))).extracting("id").containsExactly(person);
        assertThat(as(a, () -> filing.file(new NewTicket("question", null, "Again olden", "Again", null, null, new Requester(null, "Name olden", "olden@example.com", null, "en"), Map.of(), List.of(),
                List.of(), null))).ticket().requester().id()).as("no second customer").isEqualTo(person);
        assertThat(leaks("olden")).isNotEmpty();

        // What is under way by itself writes these rows, too: the mail for each ticket.
        await("both mails are through").atMost(Duration.ofSeconds(30)).until(() -> OwnerSql.read("select id from outgoing_mail where tenant_id = ? and state = 'kept'", a.value()).size() == 2);
        for (String table : List.of("customer", "staff", "external_identity", "second_factor", "outgoing_mail", "ticket", "message", "ticket_change", "attachment")) {
            // Who meets other work of the server at a row tries again, as the server does.
            await("resealed " + table).pollInSameThread().atMost(Duration.ofSeconds(30)).ignoreException(TransactionalException.class).until(() -> {
                work(a, "reseal-" + table, NIL);
                return true;
            });
        }
        OwnerSql.change("update ticket set external_id = null where id = ?", one.id());
        assertThat(leaks("olden")).isEmpty();
        assertThat(as(a, () -> reading.get(one.id())).tags()).containsExactly("vip olden");
        assertThat(as(a, () -> reading.page(TicketFilter.all(TicketFilter.Order.NEWEST).withTag("vip olden"), PageRequest.first(5)).items())).hasSize(1);
        assertThat(OwnerSql.read("select get_byte(last_error, 0) from outgoing_mail where person_id = ? and state = 'failed'", person)).containsExactly("1");
        assertThat(as(a, () -> reading.get(one.id())).subject()).isEqualTo("Subject olden");
        assertThat(body(a, one.id())).isEqualTo("The boiler of olden");
        assertThat(content(a, one.id())).isEqualTo("content of olden");
        assertThat(as(a, () -> customers.find("olden@example.com"))).extracting("id").containsExactly(person);
        assertThat(found(a, "olden")).contains(one.id());
    }
}
