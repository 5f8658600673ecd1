package dev.pledgedesk.inbound.control;

import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.inbound.control.Destination.File;
import dev.pledgedesk.inbound.control.Destination.Hold;
import dev.pledgedesk.inbound.control.Destination.Join;
import dev.pledgedesk.inbound.control.Destination.Note;
import dev.pledgedesk.inbound.entity.InboundRows;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.notification.Receipts;
import dev.pledgedesk.notification.ThreadTokens;
import dev.pledgedesk.sdk.InboundChannel.Message;
import dev.pledgedesk.sdk.InboundChannel.Trust;
import dev.pledgedesk.sdk.NotificationChannel.Reach;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.ticket.Belonging;
import dev.pledgedesk.ticket.Belonging.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides where a message goes. A token that only our own messages carry leads to their ticket; a ticket's number in the subject does so only for a sender who has
 * proved himself, since anybody can write a number and a name.
 */
@ApplicationScoped
@Transactional
public class Sorting {

    private static final int MOST_TOKENS = 20;
    private static final Duration HOUR = Duration.ofHours(1);
    /** Messages of one person in an hour that are taken by themselves; more than a person writes. */
    private static final int MOST_OF_ONE = 30;
    /** Tickets that a channel makes in an hour before people whom nobody knows have to wait: they may be addresses that somebody has made up. */
    private static final int MOST_NEW = 300;

    @Inject
    Customers customers;

    @Inject
    ThreadTokens tokens;

    @Inject
    Receipts receipts;

    @Inject
    Belonging belonging;

    @Inject
    InboundRows rows;

    @Inject
    Tenants tenants;

    @Inject
    ActingFor actingFor;

    @Inject
    DeskClock clock;

    /** Where a message goes. */
    Destination of(String channel, Message message) {
        Optional<UUID> customer = message.reach() == Reach.MAIL ? customers.known(message.from(), null) : customers.known(null, message.from());
        // Whether a ticket takes his answer is asked in his name.
        return customer.isEmpty() ? of(channel, message, customer) : actingFor.meanwhile(() -> actingFor.customer(customer.get()), () -> of(channel, message, customer));
    }

    private Destination of(String channel, Message message, Optional<UUID> customer) {
        Optional<Place> named = message.threads().stream().limit(MOST_TOKENS).flatMap(t -> tokens.ticket(t).stream()).findFirst().flatMap(belonging::ticket);
        UUID seems = named.map(Place::ticketId).orElse(null);
        UUID known = customer.orElse(null);
        if (message.trust() == Trust.SUSPECT || message.from().isBlank()) {
            return new Hold("suspect", seems, known);
        }
        if (named.isPresent() && !named.get().requesterId().equals(known)) {
            return message.automatic() ? new Note(seems, named.get().requesterId()) : new Hold("other-sender", seems, known);
        }
        Optional<Place> place = named.or(() -> customer.flatMap(c -> guessed(message, c)));
        if (message.automatic()) {
            return place.<Destination>map(p -> new Note(p.ticketId(), known)).orElseGet(() -> new Hold("automatic", null, known));
        }
        Instant since = clock.now().minus(HOUR);
        if (known != null ? rows.countOf(known, since) >= MOST_OF_ONE : rows.countFiled(channel, since) >= MOST_NEW) {
            return new Hold("flood", place.map(Place::ticketId).orElse(null), known);
        }
        return place.filter(Place::answered).<Destination>map(p -> new Join(p.ticketId(), known)).orElseGet(() -> new File(known));
    }

    /** The ticket that a proved sender means without a token; only ever one of his own. */
    private Optional<Place> guessed(Message message, UUID customer) {
        if (message.trust() != Trust.PROVED) {
            return Optional.empty();
        }
        Optional<Place> place = message.reach() == Reach.TEXT ? receipts.lastTextedAbout(customer).flatMap(belonging::ticket).filter(Place::answered).or(() -> belonging.onlyOpen(customer)) : byNumber(message.subject());
        return place.filter(p -> p.requesterId().equals(customer));
    }

    private Optional<Place> byNumber(String subject) {
        Matcher number = Pattern.compile("(?i)\\b" + Pattern.quote(tenants.config().tenant().numberPrefix()) + "-\\d{4}-\\d{6,9}\\b").matcher(subject);
        return number.find() ? belonging.number(number.group().toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
