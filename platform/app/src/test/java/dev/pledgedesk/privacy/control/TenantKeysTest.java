package dev.pledgedesk.privacy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.privacy.Place;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is sealed opens in its own place only; keys rotate without losing what was wrapped before; nothing opens, or is equal, across tenants. */
class TenantKeysTest {

    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);
    private static final UUID PERSON = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final Place NAME = new Place("customer", "name", PERSON);

    @Property(tries = 200)
    void whatIsSealedOpensAgain(@ForAll byte[] value) {
        var key = new PersonKey(A, PersonKey.fresh());
        byte[] sealed = key.seal(NAME, value);
        assertThat(key.open(NAME, sealed)).isEqualTo(value);
        assertThat(key.seal(NAME, value)).isNotEqualTo(sealed).hasSize(value.length + 28);
    }

    @Test
    void aValueOpensAtItsOwnPlaceOnly() {
        byte[] bytes = PersonKey.fresh();
        var key = new PersonKey(A, bytes);
        byte[] sealed = key.seal(NAME, "王芳".getBytes(StandardCharsets.UTF_8));
        for (Place elsewhere : new Place[] {new Place("customer", "name", OTHER), new Place("customer", "email", PERSON), new Place("staff", "name", PERSON)}) {
            assertThatThrownBy(() -> key.open(elsewhere, sealed)).as(elsewhere.toString()).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> new PersonKey(B, bytes).open(NAME, sealed)).as("another tenant").isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new PersonKey(A, PersonKey.fresh()).open(NAME, sealed)).as("another key").isInstanceOf(IllegalStateException.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] spoiled = sealed.clone();
            spoiled[i] ^= 1;
            assertThatThrownBy(() -> key.open(NAME, spoiled)).as("byte " + i).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aPersonsKeyIsWrappedForHimInHisTenant() {
        TenantKeys keys = TenantKeys.fresh(A);
        byte[] key = PersonKey.fresh();
        byte[] wrapped = keys.wrap(PERSON, key);
        assertThat(keys.unwrap(PERSON, wrapped)).isEqualTo(key);
        assertThat(wrapped).startsWith(keys.prefix());
        assertThatThrownBy(() -> keys.unwrap(OTHER, wrapped)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantKeys.fresh(A).unwrap(PERSON, wrapped)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void storedKeysAreTheSameAgain() {
        TenantKeys keys = TenantKeys.fresh(A);
        TenantKeys again = TenantKeys.open(A, keys.keyset(), keys.wrappedIndexKey());
        assertThat(again.unwrap(PERSON, keys.wrap(PERSON, new byte[32]))).isEqualTo(new byte[32]);
        assertThat(again.index("email", "a@b.example", 16)).isEqualTo(keys.index("email", "a@b.example", 16));
        assertThatThrownBy(() -> TenantKeys.open(B, keys.keyset(), keys.wrappedIndexKey())).as("of another tenant").isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rotatedKeysOpenWhatWasWrappedBefore() {
        TenantKeys before = TenantKeys.fresh(A);
        byte[] wrapped = before.wrap(PERSON, new byte[32]);
        TenantKeys during = before.rotated();
        assertThat(during.size()).isEqualTo(2);
        assertThat(during.unwrap(PERSON, wrapped)).isEqualTo(new byte[32]);
        byte[] anew = during.wrap(PERSON, new byte[32]);
        assertThat(anew).startsWith(during.prefix());
        assertThat(during.prefix()).isNotEqualTo(before.prefix());
        TenantKeys after = during.withoutOld();
        assertThat(after.size()).isEqualTo(1);
        assertThat(after.unwrap(PERSON, anew)).isEqualTo(new byte[32]);
        assertThatThrownBy(() -> after.unwrap(PERSON, wrapped)).isInstanceOf(IllegalStateException.class);
        assertThat(after.index("email", "a@b.example", 16)).as("indexes stay").isEqualTo(before.index("email", "a@b.example", 16));
    }

    @Test
    void indexesDifferByTenantAndKind() {
        TenantKeys keys = TenantKeys.fresh(A);
        assertThat(keys.index("email", "a@b.example", 16)).hasSize(16).isEqualTo(keys.index("email", "a@b.example", 16));
        assertThat(keys.index("phone", "a@b.example", 16)).isNotEqualTo(keys.index("email", "a@b.example", 16));
        assertThat(TenantKeys.fresh(A).index("email", "a@b.example", 16)).isNotEqualTo(keys.index("email", "a@b.example", 16));
    }
}
