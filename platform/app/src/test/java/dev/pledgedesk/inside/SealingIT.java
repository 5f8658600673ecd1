package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.ErasureCause;
import dev.pledgedesk.identity.Erasures;
import dev.pledgedesk.identity.Requester;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.KeyRotation;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.control.Configurations;
import dev.pledgedesk.ticket.Attachments;
import dev.pledgedesk.ticket.NewTicket;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketFiling;
import dev.pledgedesk.ticket.TicketFilter;
import dev.pledgedesk.ticket.TicketReading;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is about a person stands in the database under his key only: it opens at its place alone, under rotated keys too, and never again once he was forgotten. */
@ExtendWith(ArquillianExtension.class)
class SealingIT {

    private static final Caller.Identity OFFICER = new Caller.Identity(CallerKind.CLIENT, UUID.randomUUID(), Set.of(),
            EnumSet.of(Permission.TICKET_READ, Permission.TICKET_CREATE, Permission.TICKET_WRITE, Permission.PRIVACY_READ, Permission.PRIVACY_MANAGE), null, null);
    private static final UUID NIL = new UUID(0, 0);
    private static final UUID END = new UUID(-1, -1);

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Inject
    private Configurations configurations;

    @Inject
    private TenantDesk tenants;

    @Inject
    private TenantScope scope;

    @Inject
    private Caller caller;

    @Inject
    private TicketFiling filing;

    @Inject
    private TicketReading reading;

    @Inject
    private Attachments attachments;

    @Inject
    private Customers customers;

    @Inject
    private Erasures erasures;

    @Inject
    private KeyRotation rotation;

    @Inject
    @Any
    private Instance<DueWorker> workers;

    @Inject
    private UserTransaction transaction;

    @Inject
    private MovableClock clock;

    @Inject
    @ConfigProperty(name = "pledgedesk.keys")
    private String keys;

    @AfterEach
    void setClockRight() {
        if (clock != null) {
            clock.setRight();
        }
    }

    private <T> T as(TenantId tenant, Supplier<T> work) {
        return scope.call(tenant, () -> {
            caller.identify(OFFICER);
            return work.get();
        });
    }

    private TenantId desk(String key) {
        return SmallDesk.configured(configurations, tenants, key);
    }

    private static NewTicket draft(String mark, List<UUID> files) {
        return new NewTicket("question", null, "Subject " + mark, "The boiler of " + mark + " 热水器不出热水", null, null,
                new Requester(null, "Name " + mark, mark + "@example.com", "+49301234" + Math.abs(mark.hashCode() % 1000), "en"), Map.of(), List.of(), files, null);
    }

    private TicketDetails file(TenantId tenant, String mark) {
        return as(tenant, () -> {
            UUID upload = attachments.upload(mark + ".txt", new ByteArrayInputStream(("content of " + mark).getBytes(StandardCharsets.UTF_8))).id();
            return filing.file(draft(mark, List.of(upload))).ticket();
        });
    }

    private List<UUID> found(TenantId tenant, String words) {
        return as(tenant, () -> reading.page(new TicketFilter(words, null, List.of(), null, null, null, null, null, null, false, null, null, null, null), PageRequest.first(20)).items().stream()
                .map(t -> t.id()).toList());
    }

    private String body(TenantId tenant, UUID ticket) {
        return as(tenant, () -> reading.messages(ticket, PageRequest.first(1)).items().get(0).body());
    }

    private String content(TenantId tenant, UUID ticket) {
        return as(tenant, () -> {
            UUID file = reading.messages(ticket, PageRequest.first(1)).items().get(0).attachments().get(0).id();
            var out = new ByteArrayOutputStream();
            try {
                attachments.write(attachments.get(file), out);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    private void work(TenantId tenant, String kind, UUID id) {
        DueWorker worker = workers.stream().filter(w -> w.kind().equals(kind)).findFirst().orElseThrow();
        scope.run(tenant, () -> {
            if (worker.ownTransactions()) {
                worker.work(List.of(id));
                return;
            }
            try {
                transaction.begin();
                worker.work(List.of(id));
                transaction.commit();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    /** Every row of every table as text, in which bytes are hexadecimal. */
    private static List<String> dump() {
        return OwnerSql.read("select table_schema || '.' || table_name from information_schema.tables where table_schema in ('desk', 'desk_keys') and table_type = 'BASE TABLE'").stream()
                .flatMap(table -> OwnerSql.read("select '" + table + " ' || t::text from " + table + " t").stream()).toList();
    }

    /** Rows in which a text can be read. */
    private static List<String> leaks(String text) {
        return dump().stream().filter(row -> row.toLowerCase(Locale.ROOT).contains(text) || row.contains(hex(text))).toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingPersonalStandsInTheDatabaseInClear() {
        TenantId a = desk("sealed-a");
        TenantId b = desk("sealed-b");
        TicketDetails one = file(a, "canaryqx");
        TicketDetails two = file(b, "canaryqx");
        assertThat(body(a, one.id())).startsWith("The boiler of canaryqx");
        assertThat(content(b, two.id())).isEqualTo("content of canaryqx");
        assertThat(found(a, "canaryqx")).containsExactly(one.id());
        assertThat(found(b, "不出热水")).containsExactly(two.id());
        assertThat(found(a, "热水不出")).isEmpty();
        assertThat(dump()).hasSizeGreaterThan(20);
        assertThat(leaks("canaryqx")).isEmpty();
        assertThat(leaks("热水")).isEmpty();
        assertThat(OwnerSql.read("select tokens::text from search_document where ticket_id = ?", one.id()).get(0)).as("keyed").doesNotContain("boiler");
        Set<String> tokens = Set.copyOf(OwnerSql.read("select unnest(tsvector_to_array(tokens)) from search_document where ticket_id = ?", one.id()));
        assertThat(OwnerSql.read("select unnest(tsvector_to_array(tokens)) from search_document where ticket_id = ?", two.id())).as("other tokens in another tenant").noneMatch(tokens::contains);
        assertThat(OwnerSql.read("select encode(email_index, 'hex') from customer where tenant_id = ?", a.value()))
                .doesNotContainAnyElementsOf(OwnerSql.read("select encode(email_index, 'hex') from customer where tenant_id = ?", b.value()));
    }

    @Test
    void whatIsPutInAnotherPlaceDoesNotOpen() {
        TenantId a = desk("moved-a");
        TicketDetails one = file(a, "first");
        TicketDetails two = file(a, "second");
        assertThat(OwnerSql.change("update ticket set subject = (select subject from ticket where id = ?) where id = ?", one.id(), two.id())).isEqualTo(1);
        assertThatThrownBy(() -> as(a, () -> reading.get(two.id()))).isInstanceOf(IllegalStateException.class).hasMessageContaining("ticket");
        assertThat(as(a, () -> reading.get(one.id())).subject()).isEqualTo("Subject first");
    }

    @Test
    void keysRotateWhileTheDeskServes() {
        TenantId a = desk("rotated-a");
        TenantId b = desk("rotated-b");
        TicketDetails one = file(a, "before");
        TicketDetails other = file(b, "before");
        String untouched = OwnerSql.read("select encode(wrapped, 'hex') from desk_keys.person_key where tenant_id = ? and person_id = ?", b.value(), other.requester().id()).get(0);
        KeyRotation.State begun = as(a, () -> rotation.begin("test"));
        assertThat(begun.keys()).isEqualTo(2);
        assertThat(as(a, () -> rotation.begin("test")).keys()).as("no second one beside it").isEqualTo(2);
        TicketDetails during = file(a, "during");
        work(a, "rewrap-keys", NIL);
        assertThat(as(a, rotation::state).waiting()).isZero();
        assertThat(as(a, rotation::state).isDone()).as("the old key is kept for nodes that still have it").isFalse();
        clock.pass(Duration.ofMinutes(31));
        work(a, "rewrap-keys", END);
        assertThat(as(a, rotation::state).isDone()).isTrue();
        assertThat(body(a, one.id())).contains("before");
        assertThat(body(a, during.id())).contains("during");
        assertThat(found(a, "during")).containsExactly(during.id());
        assertThat(OwnerSql.read("select encode(wrapped, 'hex') from desk_keys.person_key where tenant_id = ? and person_id = ?", b.value(), other.requester().id())).containsExactly(untouched);
        assertThat(OwnerSql.read("select count(distinct substring(wrapped from 1 for 5)) from desk_keys.person_key where tenant_id = ?", a.value())).containsExactly("1");
    }

    @Test
    void withoutItsVaultNothingIsWrittenAndItRecoversByItself() throws IOException {
        TenantId a = desk("vault-a");
        TicketDetails one = file(a, "known");
        Path vault = Path.of(keys, "vault.properties");
        Path aside = Path.of(keys, "vault.aside");
        Files.move(vault, aside, StandardCopyOption.ATOMIC_MOVE);
        try {
            assertThat(body(a, one.id())).as("keys in hand are used on").contains("known");
            clock.pass(Duration.ofMinutes(16));
            assertThat(catchThrowableOfType(Problem.class, () -> file(a, "refused")).kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            clock.pass(Duration.ofSeconds(2));
            Files.writeString(vault, "protection=key-file\nsalt=\nkeyset=AAAA\n");
            assertThat(catchThrowableOfType(Problem.class, () -> body(a, one.id())).kind()).as("a wrong file").isEqualTo(Problem.Kind.UNAVAILABLE);
        } finally {
            Files.move(aside, vault, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        clock.pass(Duration.ofSeconds(2));
        assertThat(body(a, one.id())).contains("known");
        assertThat(OwnerSql.read("select count(*) from ticket where tenant_id = ?", a.value())).containsExactly("1");
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

        TicketDetails left = as(a, () -> reading.get(gone.id()));
        assertThat(left.number()).isEqualTo(gone.number());
        assertThat(left.subject() + left.requester().name() + body(a, gone.id())).doesNotContain("goneperson").contains("[erased]");
        assertThat(found(a, "goneperson")).isEmpty();
        assertThat(as(a, () -> customers.byContact("goneperson@example.com", "test"))).isEmpty();
        assertThat(body(a, stays.id())).contains("stayperson");
        assertThat(body(b, other.id())).contains("goneperson");
        assertThat(found(b, "goneperson")).containsExactly(other.id());
        assertThat(OwnerSql.read("select count(*) from attachment_chunk c join attachment f on f.id = c.attachment_id where f.ticket_id = ?", gone.id())).containsExactly("0");
        assertThat(catchThrowableOfType(Problem.class, () -> as(a, () -> filing.file(new NewTicket("question", null, "More", "Text", null, null, new Requester(person, null, null, null, null),
                Map.of(), List.of(), List.of(), null)))).detail()).isEqualTo("privacy.forgotten");

        // What an older backup of the data brings back opens no more, and is removed again.
        OwnerSql.change("update customer set name = ?, email = ?, email_index = '\\x0102', erased_at = null where id = ?", oldName, oldMail, person);
        assertThat(as(a, () -> customers.open(person, "test")).name()).isEqualTo("Erased");
        assertThat(as(a, () -> customers.open(person, "test")).email()).isNull();
        work(a, "replay-erasures", NIL);
        assertThat(OwnerSql.read("select concat(encode(email, 'hex'), encode(email_index, 'hex'), erased_at is null) from customer where id = ?", person)).containsExactly("f");
        assertThat(OwnerSql.read("select count(*) from erasure where customer_id = ?", person)).containsExactly("1");
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
        OwnerSql.change("update message set body = set_byte(convert_to(chr(1) || 'The boiler of olden', 'UTF8'), 0, 0) where ticket_id = ?", one.id());
        OwnerSql.change("update search_document set tokens = 'olden:1'::tsvector where ticket_id = ?", one.id());
        OwnerSql.change("update attachment set file_name = set_byte(convert_to(chr(1) || 'olden.txt', 'UTF8'), 0, 0), content_key = null where ticket_id = ?", one.id());
        OwnerSql.change("update attachment_chunk set content = convert_to('content of olden', 'UTF8') where attachment_id in (select id from attachment where ticket_id = ?)", one.id());
        OwnerSql.change("insert into ticket_change values (?, gen_random_uuid(), ?, now(), 'staff', null, 'subject', set_byte(convert_to(chr(1) || 'olden', 'UTF8'), 0, 0), null)", a.value(), one.id());

        assertThat(as(a, () -> reading.get(one.id())).subject()).isEqualTo("Subject olden");
        assertThat(content(a, one.id())).isEqualTo("content of olden");
        assertThat(as(a, () -> customers.byContact("olden@example.com", "test"))).extracting("id").containsExactly(person);
        assertThat(file(a, "olden").requester().id()).as("no second customer").isEqualTo(person);
        assertThat(leaks("olden")).isNotEmpty();

        for (String table : List.of("customer", "staff", "external_identity", "second_factor", "outgoing_mail", "ticket", "message", "ticket_change", "attachment")) {
            work(a, "reseal-" + table, NIL);
        }
        assertThat(leaks("olden")).isEmpty();
        assertThat(as(a, () -> reading.get(one.id())).subject()).isEqualTo("Subject olden");
        assertThat(body(a, one.id())).isEqualTo("The boiler of olden");
        assertThat(content(a, one.id())).isEqualTo("content of olden");
        assertThat(as(a, () -> customers.byContact("olden@example.com", "test"))).extracting("id").containsExactly(person);
        assertThat(found(a, "olden")).contains(one.id());
    }
}
