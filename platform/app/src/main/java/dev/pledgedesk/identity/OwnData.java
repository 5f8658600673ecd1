package dev.pledgedesk.identity;

import dev.pledgedesk.identity.DataRequests.DataRequest;
import dev.pledgedesk.identity.control.ConsentTransactions;
import dev.pledgedesk.identity.control.DataRequestTransactions;
import dev.pledgedesk.identity.control.OwnDataTransactions;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.OwnDataSource;
import dev.pledgedesk.rest.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What the vendor keeps of the customer who asks, and who has opened his contacts. Only for who has signed in: a link to one ticket, which may have been
 * passed on, proves too little.
 */
@ApplicationScoped
public class OwnData {

    /**
     * The customer as he is known.
     *
     * @param email      null if none is known; phone and locale likewise
     * @param restricted whether his data are used for nothing but settling what is in dispute
     * @param objected   whether they are left out of analyses at his wish
     */
    public record Profile(String name, String email, String phone, String locale, boolean verified, boolean restricted, boolean objected, Instant since) {
    }

    /**
     * One opening of his contacts.
     *
     * @param by      kind of who opened them, such as {@code staff}; names of staff are the vendor's business
     * @param purpose what for
     * @param record  what that is called, such as a ticket's number; null without one
     */
    public record Reading(Instant at, String by, ReadingPurpose purpose, String record) {
    }

    /** A reading as it stands in the archive. */
    private record ReadingEntry(Instant at, String by, String purpose, String record) {
    }

    /** A consent as it stands in the archive. */
    private record ConsentEntry(String notice, String version, boolean given, String language, String channel, String guardian, Instant at) {
    }

    /** A request as it stands in the archive: what the person wrote and was told, without who decided. */
    private record RequestEntry(String kind, String state, String wish, Instant filedAt, Instant decidedAt, String reason, String appeal, Instant appealDecidedAt, String appealReason) {

        static RequestEntry of(DataRequest r) {
            DataRequests.Decision first = r.decision();
            DataRequests.Decision second = r.appealDecision();
            return new RequestEntry(r.kind().key(), r.state().key(), r.wish(), r.filedAt(), first == null ? null : first.at(), first == null ? null : first.reason(), r.appeal(),
                    second == null ? null : second.at(), second == null ? null : second.reason());
        }
    }

    /** Both together; readings newest first. */
    public record Mine(Profile profile, List<Reading> readings) {
    }

    @Inject
    OwnDataTransactions transactions;

    @Inject
    DataRequestTransactions requests;

    @Inject
    ConsentTransactions consents;

    @Inject
    @Any
    Instance<OwnDataSource> sources;

    @Inject
    Caller caller;

    /** What is kept of the caller and who has opened it. */
    public Mine mine() {
        requireCustomer();
        return transactions.mine(caller.id());
    }

    /**
     * Puts right what is kept of the caller. The mail address is not among it: it is how he signs in, so another one would have to be proved.
     *
     * @param name  null leaves it as it is
     * @param phone null leaves it as it is, blank takes it away
     */
    public Mine correct(String name, String phone) {
        requireCustomer();
        transactions.correct(caller.id(), name, phone);
        return transactions.mine(caller.id());
    }

    /** All of it, with tickets, messages and files, as a zip. */
    public void write(OutputStream out) throws IOException {
        Mine mine = mine();
        var archive = new Archive(out, "pledgedesk-person-1");
        archive.json("profile.json", mine.profile());
        archive.json("readings.json", mine.readings().stream().map(r -> new ReadingEntry(r.at(), r.by(), r.purpose().key(), r.record())).toList());
        archive.json("requests.json", requests.of(caller.id()).stream().map(RequestEntry::of).toList());
        archive.json("consents.json", consents.entries(caller.id()).stream().map(c -> new ConsentEntry(c.notice(), c.version(), c.given(), c.language(), c.channel(), c.guardian(), c.at())).toList());
        archive.csv("readings.csv", List.of("at", "by", "purpose", "record"), mine.readings().stream()
                .map(r -> Arrays.<Object>asList(r.at(), r.by(), r.purpose().key(), r.record())).toList());
        for (OwnDataSource source : sources) {
            source.add(archive);
        }
        archive.finish();
    }

    /** Refuses everybody but a customer who has signed in. */
    public void requireCustomer() {
        if (caller.isAnonymous()) {
            throw Problem.unauthenticated();
        }
        if (!caller.isCustomer() || caller.ticketId() != null) {
            throw Problem.denied();
        }
    }
}
