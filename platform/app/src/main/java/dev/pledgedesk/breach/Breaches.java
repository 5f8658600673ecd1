package dev.pledgedesk.breach;

import dev.pledgedesk.breach.control.AffectedTransactions;
import dev.pledgedesk.breach.control.BreachTransactions;
import dev.pledgedesk.breach.control.LetterTransactions;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.BreachRules.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The register of leaks. Anybody inside reports one; the privacy officer contains, assesses and closes it, finds whose data have leaked, and tells authorities and persons
 * within the times of the tenant's regimes, which count from the moment of becoming aware.
 */
@ApplicationScoped
public class Breaches {

    /**
     * A step that was taken.
     *
     * @param by   as in the journal
     * @param text what was done or found
     */
    public record Step(String by, Instant at, String text) {
    }

    /**
     * Something that is owed.
     *
     * @param regime  key of the law
     * @param settled how it was done or why not; null while it is open, and where it lapsed
     */
    public record Duty(UUID id, String regime, DutyKind kind, DutyState state, Instant dueAt, Step settled) {

        /** Whether it is late. */
        public boolean isOverdue(Instant now) {
            return state == DutyState.OPEN && now.isAfter(dueAt);
        }
    }

    /** How many persons are concerned, and how many of them wait for a letter, were written to, and cannot be. */
    public record Persons(long all, long queued, long written, long unreachable) {
    }

    /**
     * A leak.
     *
     * @param reported  by whom and when; its text is what has happened
     * @param contained null before; assessed and closed likewise
     */
    public record Breach(UUID id, String title, Severity severity, BreachState state, Instant awareAt, Step reported, Step contained, Step assessed, Step closed, List<Duty> duties,
            Persons persons) {
    }

    /**
     * A leak as it is reported.
     *
     * @param severity as far as is known
     * @param awareAt  when somebody became aware of it, from which all times count; null for now
     */
    public record Report(String title, String happened, Severity severity, Instant awareAt) {
    }

    /** A person whose data have leaked; writtenAt is null unless he was written to. */
    public record Affected(UUID customerId, PersonSource source, Instant addedAt, NoticeState notice, Instant writtenAt) {
    }

    /**
     * Whose data have leaked.
     *
     * @param reader      who has opened their contacts, as in the journal; null for anybody; from and until bound the time and may be null
     * @param customerIds who is named
     * @param after       those alone whose ids come after it; null for all
     */
    public record Search(PersonSource source, String reader, Instant from, Instant until, List<UUID> customerIds, UUID after) {

        /** The same search from there on. */
        public Search after(UUID last) {
            return new Search(source, reader, from, until, customerIds, last);
        }
    }

    /**
     * What a search came to.
     *
     * @param complete false if there are more than are added at once; the same search goes on
     * @param last     the last one that was looked at, for a search that goes on from there
     */
    public record Found(int added, boolean complete, UUID last) {
    }

    /** A letter in one language. */
    public record Letter(String language, String subject, String body) {
    }

    @Inject
    BreachTransactions transactions;

    @Inject
    AffectedTransactions affected;

    @Inject
    LetterTransactions letters;

    @Inject
    Caller caller;

    /** Puts a leak into the register; officers are told at once. */
    public Breach report(Report report) {
        if (!caller.isInside()) {
            throw caller.isAnonymous() ? Problem.unauthenticated() : Problem.denied();
        }
        if (caller.owes() != null) {
            throw caller.refusal();
        }
        return transactions.report(report);
    }

    /** The register, newest first. */
    public Page<Breach> page(PageRequest request) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.page(request);
    }

    /** One leak. */
    public Breach get(UUID id) {
        caller.require(Permission.PRIVACY_READ);
        return transactions.get(id);
    }

    /** Says how it was stopped; once. */
    public Breach contain(UUID id, String text) {
        caller.require(Permission.PRIVACY_MANAGE);
        return transactions.contain(id, text);
    }

    /** Says how bad it is, which may change what is owed and until when; as often as more is known. */
    public Breach assess(UUID id, Severity severity, String text) {
        caller.require(Permission.PRIVACY_MANAGE);
        return transactions.assess(id, severity, text);
    }

    /** Says how something owed was done, or why it is not; once. */
    public Breach settle(UUID id, UUID dutyId, boolean done, String note) {
        caller.require(Permission.PRIVACY_MANAGE);
        return transactions.settle(id, dutyId, done, note);
    }

    /** Closes it; a conflict before it was contained, assessed, and all that is owed is settled. */
    public Breach close(UUID id, String text) {
        caller.require(Permission.PRIVACY_MANAGE);
        return transactions.close(id, text);
    }

    /** Whose data have leaked, in the order in which they were added. */
    public Page<Affected> persons(UUID id, PageRequest request) {
        caller.require(Permission.PRIVACY_READ);
        return affected.page(id, request);
    }

    /** Adds persons; who is there already is left as he is. */
    public Found addPersons(UUID id, Search search) {
        caller.require(Permission.PRIVACY_MANAGE);
        return affected.add(id, search);
    }

    /** Takes a person away whose data have not leaked after all; a conflict once he was written to. */
    public void removePerson(UUID id, UUID customerId) {
        caller.require(Permission.PRIVACY_MANAGE);
        affected.remove(id, customerId);
    }

    /** A letter from the tenant's template, in each of its languages, with all blanks filled but the name of who is written to. */
    public List<Letter> draft(UUID id, DutyKind kind) {
        caller.require(Permission.PRIVACY_READ);
        return letters.draft(id, kind);
    }

    /** Writes to everybody concerned who was not written to yet, each in his language, with {@code {name}} filled in. */
    public Breach notifyPersons(UUID id, List<Letter> texts) {
        caller.require(Permission.PRIVACY_MANAGE);
        letters.send(id, texts);
        return transactions.get(id);
    }
}
