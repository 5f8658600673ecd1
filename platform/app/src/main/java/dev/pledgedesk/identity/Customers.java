package dev.pledgedesk.identity;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.control.AccessLinkMaker;
import dev.pledgedesk.identity.control.NameIndex;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TextBounds;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.FieldCatalogue;
import dev.pledgedesk.privacy.Mask;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.PhoneNumbers;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The customers and guests of the tenant of the request. Takes part in its caller's transaction. */
@ApplicationScoped
@Transactional
public class Customers {

    /**
     * Whom a requester is.
     *
     * @param added whether nobody knew him before
     */
    public record Found(UUID id, boolean added) {
    }

    private static final String TABLE = "customer";
    private static final int MOST_FOUND = 20;
    private static final TextBounds NAME = new TextBounds(1, 100);

    @Inject
    CustomerRecords customers;

    @Inject
    PersonalData personalData;

    @Inject
    BlindIndex blindIndex;

    @Inject
    NameIndex nameIndex;

    @Inject
    AccessLinkMaker links;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    FieldCatalogue catalogue;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    @Inject
    DeskClock clock;

    @Inject
    Event<CustomerGrouped> grouped;

    /** Key of the group that a customer is in; null for none. Asks for no permission: it decides what is promised. */
    public String group(UUID id) {
        return customers.get(id).group();
    }

    /** Refuses customers: how the vendor sorts them is no business of theirs here. */
    public void requireInside() {
        if (!caller.isInside()) {
            throw Problem.denied();
        }
    }

    /** Puts a customer into a group of the configuration; null takes him out. What is promised for his open tickets follows. */
    public void putInto(UUID id, String group) {
        caller.require(Permission.TICKET_WRITE);
        requireInside();
        if (group != null && tenants.config().tickets().customerGroups().stream().noneMatch(g -> g.key().equals(group))) {
            throw Problem.unprocessable(new FieldError("/group", "field.unknown-key", group));
        }
        CustomerRecord customer = customers.locked(id);
        customer.requireSomebody();
        if (!Objects.equals(customer.group(), group)) {
            journal.write(new Journal.Entry(caller.actor(), "group.changed", "customer", id.toString(), Map.of("group", String.valueOf(customer.group())), Map.of("group", String.valueOf(group)), null));
            customer.putInto(group);
            customers.flush();
            grouped.fire(new CustomerGrouped(id));
        }
    }

    /**
     * The customer a requester names, made if the contact is new. A contact that is known leads to the record that is there, whose name and other
     * contacts stay as they are: whoever writes a mail address into a form has not proved that it is his.
     *
     * @param byPhone whether a phone number alone may lead to a known customer; a guest must not learn whom it belongs to
     */
    public Found findOrAdd(Requester requester, boolean byPhone) {
        if (requester.anonymous()) {
            return new Found(anonymous(), false);
        }
        if (requester.customerId() != null) {
            return new Found(customers.get(requester.customerId()).id(), false);
        }
        Contact contact = contact(requester);
        String email = contact.email();
        String phone = contact.phone();
        Optional<CustomerRecord> known = email != null ? customers.byEmail(blindIndex.candidates("email", email))
                : byPhone ? customers.byPhone(blindIndex.phoneCandidates(phone, region())).stream().filter(c -> c.email() == null).findFirst() : Optional.empty();
        if (known.isPresent()) {
            return new Found(known.get().id(), false);
        }
        CustomerRecord added = add(blank(requester.name()) ? fallbackName(email, phone) : requester.name().strip(), requester.locale(), email);
        added.callAt(personalData.seal(added.id(), place("phone", added.id()), phone), blindIndex.of("phone", phone));
        customers.flush();
        return new Found(added.id(), true);
    }

    /** The customer who has a mail address or, without one, a phone number (E.164); empty if nobody does, or it is none. Proves nothing about who uses it. */
    public Optional<UUID> known(String email, String phone) {
        try {
            return (email != null ? customers.byEmail(blindIndex.candidates("email", BlindIndex.mail(email, "/email")))
                    : customers.byPhone(blindIndex.phoneCandidates(phone(phone, "/phone"), region())).stream().filter(c -> c.email() == null).findFirst()).map(CustomerRecord::id);
        } catch (Problem none) {
            return Optional.empty();
        }
    }

    /** The customer with a mail address, given by somebody who has proved that it is his; empty if nobody has it. */
    public Optional<UUID> findProved(String email) {
        Optional<CustomerRecord> known = customers.byEmail(blindIndex.candidates("email", BlindIndex.mail(email, "/email")));
        known.ifPresent(c -> c.verify(clock.now()));
        return known.map(CustomerRecord::id);
    }

    /**
     * A new customer who has proved who he is.
     *
     * @param name  null if not told
     * @param email one that was proved to be his and that nobody has, null if there is none
     */
    public UUID addProved(String name, String email, String locale) {
        String mail = email == null ? null : BlindIndex.mail(email, "/email");
        CustomerRecord added = add(!blank(name) ? name.strip() : mail != null ? fallbackName(mail, null) : "–", locale, mail);
        if (mail != null) {
            added.verify(clock.now());
        }
        customers.flush();
        return added.id();
    }

    private CustomerRecord add(String name, String locale, String email) {
        UUID id = Ids.next();
        personalData.introduce(id);
        CustomerRecord record = new CustomerRecord(id, personalData.seal(id, place("name", id), name), locale, clock.now());
        record.findBy(nameIndex.tokens(name));
        record.mailAt(personalData.seal(id, place("email", id), email), blindIndex.of("email", email));
        return customers.add(record);
    }

    /** Refuses a requester as {@link #findOrAdd} would, and adds nobody. */
    public void check(Requester requester) {
        if (requester.customerId() != null) {
            customers.get(requester.customerId());
        } else if (!requester.anonymous()) {
            contact(requester);
        }
    }

    /** Mail address and phone number in the form they are looked up by; one of them may be null. */
    private record Contact(String email, String phone) {
    }

    private Contact contact(Requester requester) {
        String email = blank(requester.email()) ? null : BlindIndex.mail(requester.email(), "/requester/email");
        String phone = blank(requester.phone()) ? null : phone(requester.phone(), "/requester/phone");
        if (email == null && phone == null) {
            throw Problem.invalid(new FieldError("/requester", "field.contact-missing"));
        }
        return new Contact(email, phone);
    }

    private String phone(String text, String pointer) {
        return PhoneNumbers.e164(text, region(), pointer);
    }

    private String region() {
        return tenants.config().tenant().phoneRegion();
    }

    private UUID anonymous() {
        return customers.anonymous().orElseGet(() -> {
            UUID id = Ids.next();
            customers.addAnonymous(id, personalData.seal(id, place("name", id), ""), clock.now());
            return customers.anonymous().orElseThrow();
        });
    }

    /** Whether a customer is the one of whom nothing is known. */
    public boolean isAnonymous(UUID id) {
        return customers.get(id).isAnonymous();
    }

    /** A customer with contacts that are masked, which anybody may see who may open them; nothing is journalled. */
    public CustomerView masked(UUID id) {
        return masked(customers.get(id));
    }

    /** Puts a customer's name and phone number right, null leaving one as it is and a blank number taking it away; the journal notes which, not what. */
    public void correct(UUID id, String name, String phone) {
        CustomerRecord customer = customers.get(id);
        List<String> corrected = new ArrayList<>();
        if (name != null) {
            String right = NAME.take(name, "/name");
            customer.rename(personalData.seal(id, place("name", id), right));
            customer.findBy(nameIndex.tokens(right));
            corrected.add("name");
        }
        if (phone != null) {
            String right = blank(phone) ? null : phone(phone, "/phone");
            customer.callAt(personalData.seal(id, place("phone", id), right), blindIndex.of("phone", right));
            corrected.add("phone");
        }
        customers.flush();
        journal.write(new Journal.Entry(caller.actor(), "person.corrected", TABLE, id, Map.of("fields", corrected)));
    }

    /** Customers with exactly this mail address or phone number, or with this name (its beginning, where the tenant wants that), masked; some of them if there are many. */
    public List<CustomerView> find(String contactOrName) {
        List<CustomerRecord> found = contactOrName.contains("@") ? customers.byEmail(blindIndex.candidates("email", BlindIndex.mail(contactOrName, "/contact"))).stream().toList()
                : contactOrName.codePoints().anyMatch(Character::isLetter) ? byName(contactOrName)
                : customers.byPhone(blindIndex.phoneCandidates(phone(contactOrName, "/contact"), region()));
        personalData.fetch(found.stream().map(CustomerRecord::id).toList());
        return found.stream().map(this::masked).toList();
    }

    private List<CustomerRecord> byName(String typed) {
        List<CustomerRecord> found = customers.byName(nameIndex.wanted(typed), MOST_FOUND);
        personalData.fetch(found.stream().map(CustomerRecord::id).toList());
        return found.stream().filter(c -> NameIndex.fits(name(c), typed)).toList();
    }

    private CustomerView masked(CustomerRecord c) {
        CustomerView open = view(c);
        // Releases of before took the mailbox for a name where none was told.
        boolean mailbox = open.email() != null && open.email().startsWith(open.name() + "@");
        return new CustomerView(open.id(), mailbox ? fallbackName(open.email(), null) : open.name(), catalogue.masked(TABLE, "email", open.email()), catalogue.masked(TABLE, "phone", open.phone()), open.locale(), open.verified(),
                open.restricted());
    }

    /** Those of some customers whose tickets count in analyses: who has objected, or whose data are restricted, is left out. */
    public Set<UUID> analysable(Collection<UUID> ids) {
        return customers.findAll(ids).stream().filter(CustomerRecord::isAnalysable).map(CustomerRecord::id).collect(Collectors.toSet());
    }

    /** A customer with contacts in clear: for the platform's own mails, for the customer himself, and for {@link Readings}, which notes who opens them. Nothing is journalled here. */
    public CustomerView contacts(UUID id) {
        return view(customers.get(id));
    }

    /** Names by id; ids of others are left out. */
    public Map<UUID, CustomerName> names(Collection<UUID> ids) {
        Map<UUID, CustomerName> names = new HashMap<>();
        List<CustomerRecord> found = customers.findAll(new HashSet<>(ids));
        personalData.fetch(found.stream().map(CustomerRecord::id).toList());
        found.forEach(c -> names.put(c.id(), new CustomerName(name(c), c.isAnonymous())));
        return names;
    }

    private String name(CustomerRecord c) {
        if (c.isAnonymous()) {
            return language.messages().text("customer.anonymous");
        }
        String name = personalData.open(c.id(), place("name", c.id()), c.name());
        return name == null ? language.messages().text("privacy.forgotten-name") : name;
    }

    /** Customers of whom something is known, in the order of their ids, from the one after {@code after} on. */
    public List<UUID> known(UUID after, int atMost) {
        return customers.known(after, atMost);
    }

    /** Refuses ids that no customer of the tenant has, at {@code pointer}. */
    public void requireAll(Collection<UUID> ids, String pointer) {
        if (customers.findAll(ids).size() < new HashSet<>(ids).size()) {
            throw Problem.invalid(new FieldError(pointer, "field.unknown-customer"));
        }
    }

    /** A new link with which its holder can follow one ticket. */
    public String linkTo(UUID customerId, UUID ticketId) {
        return links.make(customerId, ticketId);
    }

    private CustomerView view(CustomerRecord c) {
        UUID id = c.id();
        return new CustomerView(id, name(c), personalData.open(id, place("email", id), c.email()),
                personalData.open(id, place("phone", id), c.phone()), c.locale(), c.isVerified(), c.isRestricted());
    }

    private static String fallbackName(String email, String phone) {
        // Names are shown where contacts are masked, so this must not say more than their masks do.
        return email != null ? Mask.MAIL.apply(email).replaceFirst("@.*", "") : Mask.PHONE.apply(phone);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static Place place(String column, UUID row) {
        return new Place(TABLE, column, row);
    }
}
