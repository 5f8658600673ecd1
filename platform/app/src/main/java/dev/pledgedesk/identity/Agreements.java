package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.AgreementTransactions;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** The confidentiality agreement of the tenant, which staff sign before they see anything. */
@ApplicationScoped
public class Agreements {

    /**
     * The agreement as the caller is to read it.
     *
     * @param version  what he signs
     * @param title    in his language
     * @param text     in his language; blank lines part paragraphs
     * @param digest   SHA-256 of title, a blank line, and text, in hexadecimal digits: what he gives back to say which text he has read
     * @param signedAt when he has signed this version, null if he has not
     */
    public record Mine(String version, String title, String text, String digest, Instant signedAt) {
    }

    /**
     * What a member of staff has signed.
     *
     * @param version  null if nothing; language and signedAt likewise
     * @param current  whether it is the version that is to be signed now
     */
    public record Signature(UUID staffId, String login, String name, boolean active, String version, String language, Instant signedAt, boolean current) {
    }

    @Inject
    AgreementTransactions transactions;

    @Inject
    Caller caller;

    /** What the caller is to sign or has signed; not found where nothing is to be signed, and for anybody but staff. */
    public Mine mine() {
        return transactions.mine(caller.staffId());
    }

    /** Signs; refused if version and digest are not of a text that is to be signed now. */
    public void sign(String version, String digest) {
        transactions.sign(caller.staffId(), version, digest);
    }

    /** Who has signed what, by sign-in name. */
    public Page<Signature> page(PageRequest request) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.page(request);
    }
}
