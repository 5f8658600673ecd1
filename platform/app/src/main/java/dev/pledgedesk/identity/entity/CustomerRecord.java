package dev.pledgedesk.identity.entity;

import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.StringListColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person who asks: a guest until he has proved his mail address by a code, then a customer who can sign in. */
@Entity
@Table(name = "customer")
public class CustomerRecord extends Versioned {

    private Sealed name;
    @Convert(converter = StringListColumn.class)
    @Column(name = "name_tokens")
    private List<String> nameTokens = List.of();
    private Sealed email;
    @Column(name = "email_index")
    private byte[] emailIndex;
    private Sealed phone;
    @Column(name = "phone_index")
    private byte[] phoneIndex;
    private String locale;
    private boolean anonymous;
    @Column(name = "group_key")
    private String group;
    @Column(name = "verified_at")
    private Instant verifiedAt;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "erased_at")
    private Instant erasedAt;
    @Column(name = "restricted_at")
    private Instant restrictedAt;
    @Column(name = "objected_at")
    private Instant objectedAt;

    /** For JPA. */
    protected CustomerRecord() {
    }

    public CustomerRecord(UUID id, Sealed name, String locale, Instant now) {
        super(id);
        this.name = name;
        this.locale = locale;
        this.createdAt = now;
    }

    public void rename(Sealed newName) {
        name = newName;
    }

    /** The tokens that the name is found by. */
    public List<String> nameTokens() {
        return nameTokens;
    }

    /** What the name is found by. */
    public void findBy(List<String> tokens) {
        nameTokens = List.copyOf(tokens);
    }

    /** Can be reached by mail. */
    public void mailAt(Sealed address, byte[] index) {
        email = address;
        emailIndex = index;
    }

    /** Can be reached by phone. */
    public void callAt(Sealed number, byte[] index) {
        phone = number;
        phoneIndex = index;
    }

    /** Has proved that the mail address is his. */
    public void verify(Instant now) {
        if (verifiedAt == null) {
            verifiedAt = now;
        }
    }

    /** Nobody can reach him or find him by a contact any more; who he was can be read by nobody once his key is gone. */
    public void erase(Instant now) {
        nameTokens = List.of();
        email = null;
        emailIndex = null;
        phone = null;
        phoneIndex = null;
        locale = null;
        verifiedAt = null;
        erasedAt = now;
    }

    /** Is in a group of the vendor's; null for none. */
    public void putInto(String key) {
        group = key;
    }

    /** Null for none. */
    public String group() {
        return group;
    }

    /** His data are kept and used for nothing but settling what is in dispute, until that is over. */
    public void restrict(Instant now) {
        restrictedAt = now;
    }

    /** His data are used as before. */
    public void liftRestriction() {
        restrictedAt = null;
    }

    /** His data are used for what he comes for and for nothing else, analyses among it. */
    public void object(Instant now) {
        objectedAt = now;
    }

    public boolean hasObjected() {
        return objectedAt != null;
    }

    /** Whether his tickets count in analyses. */
    public boolean isAnalysable() {
        return !isRestricted() && !hasObjected();
    }

    public boolean isRestricted() {
        return restrictedAt != null;
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    /** Refuses with a conflict what can only be done for somebody: for one who was forgotten, and for the one of whom nothing is known. */
    public void requireSomebody() {
        if (anonymous) {
            throw Problem.of(Problem.Kind.CONFLICT, "privacy.nobody-to-forget");
        }
        if (isErased()) {
            throw Problem.of(Problem.Kind.CONFLICT, "privacy.forgotten-already");
        }
    }

    public boolean isVerified() {
        return verifiedAt != null;
    }

    /** Whether he is the one of whom nothing is known: no name, no contacts, and he never signs in. */
    public boolean isAnonymous() {
        return anonymous;
    }

    public Sealed name() {
        return name;
    }

    public Sealed email() {
        return email;
    }

    public Sealed phone() {
        return phone;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String locale() {
        return locale;
    }
}
