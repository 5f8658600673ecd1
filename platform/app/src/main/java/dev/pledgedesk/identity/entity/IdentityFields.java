package dev.pledgedesk.identity.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.Mask;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of accounts and sign-in are to a person. */
@ApplicationScoped
public class IdentityFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(customer(), staff(), apiClient(), session(), signInCode(), signInCodeRequest(), accessLink(), secondFactor(), recoveryCode(), signInTries(),
                externalIdentity(), signInDeparture(), agreementSignature(), legalHold(), erasure(), contactReading(), dataRequest(), consent());
    }

    private static FieldTable customer() {
        return FieldTable.of("customer", Whose.CUSTOMERS).none("tenant_id", "version").kept(Retention.WITH_CUSTOMER)
                .usedFor(Purpose.SERVICE).seenByPersonAnd(Permission.TICKET_READ, Permission.PRIVACY_READ).ordinary("id", "anonymous", "group_key", "created_at", "erased_at").personal("name")
                .usedFor(Purpose.SERVICE, Purpose.CONTACT).seenByPersonAnd(Permission.CUSTOMER_READ).personal(Mask.MAIL, "email").personal(Mask.PHONE, "phone").ordinary("locale")
                .usedFor(Purpose.SERVICE).seenByPersonAnd(Permission.PRIVACY_READ).ordinary("restricted_at", "objected_at")
                .usedFor(Purpose.IDENTIFICATION).seenBy().personal("email_index", "phone_index", "name_tokens").seenByPersonAnd(Permission.CUSTOMER_READ).ordinary("verified_at").end();
    }

    private static FieldTable staff() {
        return FieldTable.of("staff", Whose.STAFF).none("tenant_id", "version").kept(Retention.WITH_STAFF)
                .usedFor(Purpose.WORK).seenByPersonAnd(Permission.TICKET_READ, Permission.STAFF_READ, Permission.PRIVACY_READ).ordinary("id").personal("name")
                .seenByPersonAnd(Permission.STAFF_READ).ordinary("department", "roles", "teams", "created_at", "quiet_from", "quiet_to")
                .usedFor(Purpose.IDENTIFICATION).seenByPersonAnd(Permission.STAFF_READ, Permission.PRIVACY_READ).ordinary("login", "state")
                .usedFor(Purpose.CONTACT).seenByPersonAnd(Permission.STAFF_READ).personal("email").ordinary("locale")
                .usedFor(Purpose.IDENTIFICATION).seenBy().sensitive("password_hash").end();
    }

    private static FieldTable apiClient() {
        return FieldTable.of("api_client", Whose.NOBODY).none("tenant_id", "id", "name", "roles", "created_at", "removed_at", "version")
                .kept(Retention.WITH_CLIENT).usedFor(Purpose.IDENTIFICATION).seenBy().sensitive("secret_hash").end();
    }

    private static FieldTable session() {
        return FieldTable.of("session", Whose.EVERYBODY).none("tenant_id", "id", "version").kept(Retention.BY_RULE)
                .usedFor(Purpose.IDENTIFICATION, Purpose.SECURITY).seenByPersonAnd(Permission.STAFF_MANAGE)
                .ordinary("subject_kind", "subject_id", "ticket_id", "created_at", "expires_at", "revoked_at", "way", "used_at", "browser", "system").end();
    }

    private static FieldTable signInCode() {
        return FieldTable.of("sign_in_code", Whose.CUSTOMERS).none("tenant_id", "id", "version").kept(Retention.WITH_CUSTOMER)
                .usedFor(Purpose.IDENTIFICATION).seenBy().ordinary("customer_id", "expires_at", "used_at").sensitive("code_hash").end();
    }

    private static FieldTable signInCodeRequest() {
        return FieldTable.of("sign_in_code_request", Whose.CUSTOMERS).none("tenant_id", "id").kept(Retention.UNTIL_EXPIRED)
                .usedFor(Purpose.IDENTIFICATION).seenBy().personal("email_index").end();
    }

    private static FieldTable accessLink() {
        return FieldTable.of("access_link", Whose.CUSTOMERS).none("tenant_id", "id", "version").kept(Retention.WITH_TICKET)
                .usedFor(Purpose.IDENTIFICATION).seenBy().ordinary("customer_id", "ticket_id", "expires_at", "revoked_at").sensitive("token_hash").end();
    }

    private static FieldTable legalHold() {
        return FieldTable.of("legal_hold", Whose.CUSTOMERS).none("tenant_id", "id", "version").kept(Retention.WITH_CUSTOMER)
                .usedFor(Purpose.EVIDENCE).seenBy(Permission.PRIVACY_READ).ordinary("customer_id", "placed_by", "placed_at", "lifted_by", "lifted_at").personal("reason").end();
    }

    private static FieldTable erasure() {
        return FieldTable.of("erasure", Whose.CUSTOMERS).none("tenant_id", "id").kept(Retention.WITH_TENANT)
                .usedFor(Purpose.EVIDENCE).seenBy(Permission.PRIVACY_READ).ordinary("customer_id", "cause", "erased_by", "erased_at", "removed", "receipt").end();
    }

    private static FieldTable contactReading() {
        return FieldTable.of("contact_reading", Whose.EVERYBODY).none("tenant_id").kept(Retention.WITH_TENANT).usedFor(Purpose.EVIDENCE)
                .seenByPersonAnd(Permission.PRIVACY_READ).ordinary("id", "customer_id", "purpose", "record_name", "at").seenBy(Permission.PRIVACY_READ).ordinary("reader", "record_id")
                .personal("reason").end();
    }

    private static FieldTable consent() {
        return FieldTable.of("consent", Whose.CUSTOMERS).none("tenant_id").kept(Retention.WITH_TENANT).usedFor(Purpose.EVIDENCE)
                .seenByPersonAnd(Permission.PRIVACY_READ).ordinary("id", "customer_id", "notice", "version", "covers", "given", "counts", "language", "channel", "at").personal("guardian")
                .seenBy(Permission.PRIVACY_READ).ordinary("recorded_by").personal("how").seenBy().ordinary("text_hash").end();
    }

    private static FieldTable dataRequest() {
        return FieldTable.of("data_request", Whose.CUSTOMERS).none("tenant_id", "version").kept(Retention.WITH_TENANT).usedFor(Purpose.EVIDENCE)
                .seenByPersonAnd(Permission.PRIVACY_READ).ordinary("id", "customer_id", "kind", "state", "filed_at", "due_at", "decided_at", "appeal_until", "appealed_at", "appeal_decided_at")
                .personal("wish", "reason", "appeal", "appeal_reason")
                .seenBy(Permission.PRIVACY_READ).ordinary("filed_by", "decided_by", "appeal_decided_by").personal("identity_check").end();
    }

    private static FieldTable secondFactor() {
        return FieldTable.of("second_factor", Whose.STAFF).none("tenant_id", "version").kept(Retention.WITH_STAFF)
                .usedFor(Purpose.SECURITY).seenBy().ordinary("id", "last_step").sensitive("secret")
                .seenByPersonAnd(Permission.STAFF_MANAGE).ordinary("confirmed_at").end();
    }

    private static FieldTable recoveryCode() {
        return FieldTable.of("recovery_code", Whose.STAFF).none("tenant_id", "id", "version").kept(Retention.WITH_STAFF)
                .usedFor(Purpose.SECURITY).seenBy().ordinary("staff_id", "used_at").sensitive("code_hash").end();
    }

    private static FieldTable signInTries() {
        // Ids are keyed hashes of accounts and addresses.
        return FieldTable.of("sign_in_tries", Whose.EVERYBODY).none("tenant_id").kept(Retention.UNTIL_EXPIRED)
                .usedFor(Purpose.SECURITY).seenBy().ordinary("id", "tries", "most", "ends_at", "subject", "told").end();
    }

    private static FieldTable externalIdentity() {
        return FieldTable.of("external_identity", Whose.EVERYBODY).none("tenant_id", "id", "version").kept(Retention.WITH_CUSTOMER)
                .usedFor(Purpose.IDENTIFICATION).seenByPersonAnd(Permission.STAFF_MANAGE).ordinary("staff_id", "customer_id", "issuer", "linked_at").personal("subject")
                .seenBy().personal("subject_index").end();
    }

    private static FieldTable agreementSignature() {
        return FieldTable.of("agreement_signature", Whose.STAFF).none("tenant_id", "id", "agreement").kept(Retention.WITH_TENANT)
                .usedFor(Purpose.EVIDENCE).seenByPersonAnd(Permission.PRIVACY_READ).ordinary("staff_id", "language", "signed_at").seenBy().ordinary("text_hash").end();
    }

    private static FieldTable signInDeparture() {
        return FieldTable.of("sign_in_departure", Whose.EVERYBODY).none("tenant_id", "id", "version", "provider").kept(Retention.UNTIL_EXPIRED)
                .usedFor(Purpose.IDENTIFICATION).seenBy().ordinary("link_to", "back", "expires_at").sensitive("state_hash", "browser_hash").end();
    }
}
