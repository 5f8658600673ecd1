package dev.pledgedesk.identity;

import dev.pledgedesk.identity.control.ConsentTransactions;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.tenancy.PrivacySection.Covers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What customers consent to beyond what they came for: notices of the tenant's, given one by one, never ticked beforehand, taken back as easily as given and with effect at once
 * . Nothing that a customer came for depends on one.
 */
@ApplicationScoped
public class Consents {

    /** How it stands with a notice. */
    public enum State {
        /** Given for the text of today. */
        GIVEN,
        /** Given for a text of before, and to be asked for again; counts as not given. */
        OUTDATED,
        /** Taken back. */
        WITHDRAWN,
        /** Never given. */
        NONE
    }

    /**
     * A notice as the customer is to read it.
     *
     * @param digest        SHA-256 of title, a blank line, and text, in hexadecimal digits: what he gives back to say which text he has read
     * @param guardianUnder age in years below which a guardian has to consent; null where the vendor does not ask
     * @param since         when it came to stand so; null for {@link State#NONE}
     */
    public record Notice(String key, String version, Covers covers, String title, String text, String digest, Integer guardianUnder, State state, Instant since) {
    }

    /**
     * What somebody agrees to.
     *
     * @param guardian name of the guardian who consents for a child; null for somebody who is old enough
     */
    public record Given(String key, String version, String digest, String guardian) {
    }

    /**
     * One giving or taking back.
     *
     * @param version  of the notice
     * @param counts   whether it says how it stands; what a guest said who only wrote somebody's address into a form does not
     * @param language of the text that was read; null when it was taken back
     * @param channel  such as {@code portal}
     * @param how      how whoever took it down came to know; null where the customer did it himself
     */
    public record Entry(UUID id, String notice, String version, boolean given, boolean counts, String language, String channel, String recordedBy, String how, String guardian, Instant at) {
    }

    @Inject
    ConsentTransactions transactions;

    @Inject
    OwnData ownData;

    @Inject
    Caller caller;

    /** The notices of today, in the order of the configuration, and how it stands with each for the caller. */
    public List<Notice> mine() {
        ownData.requireCustomer();
        return transactions.notices(caller.id(), null);
    }

    /** The caller consents; refused if version and digest are not of a text of today. */
    public void give(Given given) {
        ownData.requireCustomer();
        transactions.give(caller.id(), given, "portal", null, true);
    }

    /** The caller takes it back; again it changes nothing. */
    public void withdraw(String key) {
        ownData.requireCustomer();
        transactions.withdraw(caller.id(), key, "portal", null);
    }

    /** Takes down what a customer has said elsewhere; a conflict if it stands so already. */
    public void takeDown(UUID customerId, String key, boolean given, String how) {
        caller.require(Permission.PRIVACY_MANAGE);
        transactions.takeDown(customerId, key, given, how);
    }

    /** All that a customer gave and took back, newest first. */
    public List<Entry> of(UUID customerId) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.entries(customerId);
    }

    /** The notices that cover something and how it stands with each for a customer; for null, of whom nothing is known yet, all of them {@link State#NONE}. */
    public List<Notice> covering(Covers covers, UUID customerId) {
        return transactions.notices(customerId, covers);
    }

    /**
     * Notes what a customer agreed to with something that he filed, or had filed; a part of the caller's transaction. Problems are at {@code /consents/<key>}.
     *
     * @param proved whether it is known that it was he, or somebody who acts for him; otherwise it is kept and does not count
     */
    public void giveWith(UUID customerId, Given given, String channel, boolean proved) {
        transactions.giveWith(customerId, given, channel, proved);
    }

    /** Whether a customer has taken back a consent that covers something, whatever notices there are today. */
    public boolean isWithdrawn(Covers covers, UUID customerId) {
        return transactions.isWithdrawn(covers, customerId);
    }
}
