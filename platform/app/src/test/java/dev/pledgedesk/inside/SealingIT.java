package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.privacy.KeyRotation;
import dev.pledgedesk.ticket.TicketDetails;
import dev.pledgedesk.ticket.TicketFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is about a person stands in the database under his key only: it opens at its place alone, under rotated keys too, and not at all without the vault. */
@ExtendWith(ArquillianExtension.class)
class SealingIT extends SealedDesk {

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
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
        assertThat(leaks("canaryqx")).as("but for ids of other systems, which programs give").allMatch(row -> row.startsWith("desk.ticket ") && row.replace("crm:canaryqx", "").indexOf("canaryqx") < 0);
        assertThat(tagged(a, "tag-canaryqx")).containsExactly(one.id());
        assertThat(tagged(b, "tag-canaryqx")).containsExactly(two.id());
        assertThat(as(a, () -> reading.get(one.id())).tags()).containsExactly("tag-canaryqx");
        assertThat(leaks("热水")).isEmpty();
        assertThat(OwnerSql.read("select tokens::text from search_document where ticket_id = ?", one.id()).get(0)).as("keyed").doesNotContain("boiler");
        Set<String> tokens = Set.copyOf(OwnerSql.read("select unnest(tsvector_to_array(tokens)) from search_document where ticket_id = ?", one.id()));
        assertThat(OwnerSql.read("select unnest(tsvector_to_array(tokens)) from search_document where ticket_id = ?", two.id())).as("other tokens in another tenant").noneMatch(tokens::contains);
        assertThat(OwnerSql.read("select encode(email_index, 'hex') from customer where tenant_id = ?", a.value()))
                .doesNotContainAnyElementsOf(OwnerSql.read("select encode(email_index, 'hex') from customer where tenant_id = ?", b.value()));
    }

    private List<UUID> tagged(TenantId tenant, String tag) {
        return as(tenant, () -> reading.page(TicketFilter.all(TicketFilter.Order.NEWEST).withTag(tag), PageRequest.first(20)).items().stream().map(t -> t.id()).toList());
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
    void rotationsThatAreBegunAtOnceAreOne() throws Exception {
        TenantId a = desk("rotated-once");
        TicketDetails one = file(a, "before");
        List<Callable<Boolean>> begin = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            begin.add(() -> as(a, () -> rotation.begin("test")).keys() == 2);
        }
        for (Future<Boolean> begun : executor.invokeAll(begin)) {
            assertThat(begun.get()).isTrue();
        }
        TicketDetails two = file(a, "after");
        work(a, "rewrap-keys", NIL);
        clock.pass(Duration.ofMinutes(16));
        assertThat(body(a, one.id())).contains("before");
        assertThat(body(a, two.id())).contains("after");
    }

    @Test
    void lostKeysAreNotReplacedByNewOnes() {
        TenantId a = desk("lost-a");
        TicketDetails one = file(a, "kept");
        OwnerSql.change("create table desk_keys.aside as select * from desk_keys.tenant_key where tenant_id = ?", a.value());
        try {
            OwnerSql.change("delete from desk_keys.tenant_key where tenant_id = ?", a.value());
            clock.pass(Duration.ofMinutes(16));
            assertThat(catchThrowableOfType(Problem.class, () -> body(a, one.id())).kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            assertThat(OwnerSql.read("select 1 from desk_keys.tenant_key where tenant_id = ?", a.value())).isEmpty();
            OwnerSql.change("insert into desk_keys.tenant_key select * from desk_keys.aside");
        } finally {
            OwnerSql.change("drop table desk_keys.aside");
        }
        clock.pass(Duration.ofSeconds(2));
        assertThat(body(a, one.id())).contains("kept");
    }
}
