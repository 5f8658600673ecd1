package dev.pledgedesk.identity.control;

import dev.pledgedesk.audit.Journal;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.QuietHours;
import dev.pledgedesk.identity.StaffChanged;
import dev.pledgedesk.identity.StaffDraft;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.identity.entity.StaffMember;
import dev.pledgedesk.identity.entity.StaffMembers;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Reads and changes staff for {@link dev.pledgedesk.identity.Staff}. */
@ApplicationScoped
@Transactional
public class StaffTransactions {

    private static final String TABLE = "staff";
    private static final int LONGEST_WISH = 50;
    private static final int BATCH = 200;

    @Inject
    StaffMembers staff;

    @Inject
    SessionTransactions sessions;

    @Inject
    Passwords passwords;

    @Inject
    NearAtHand nearAtHand;

    @Inject
    PersonalData personalData;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    @Inject
    DeskClock clock;

    @Inject
    Event<StaffChanged> changed;

    public Page<StaffView> page(PageRequest request) {
        Page<StaffMember> page = staff.page(request);
        fetchKeys(page.items());
        return page.map(this::view);
    }

    public StaffView get(UUID id) {
        return view(staff.get(id));
    }

    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        List<StaffMember> members = staff.findAll(new HashSet<>(ids));
        fetchKeys(members);
        members.forEach(m -> names.put(m.id(), name(m)));
        return names;
    }

    public Map<UUID, Instant> since(Collection<UUID> ids) {
        Map<UUID, Instant> since = new HashMap<>();
        staff.findAll(new HashSet<>(ids)).forEach(m -> since.put(m.id(), m.createdAt()));
        return since;
    }

    public List<StaffView> holding(Permission permission) {
        List<String> roles = tenants.config().organisation().roles().stream().filter(r -> r.permissions().contains(permission.key())).map(OrganisationSection.Role::key).toList();
        return inRoles(roles);
    }

    public QuietHours quietHours(UUID id) {
        return staff.get(id).quietHours();
    }

    public QuietHours keepQuiet(UUID id, QuietHours hours) {
        if (hours != null && hours.from().equals(hours.to())) {
            throw Problem.invalid(new FieldError("/to", "staff.quiet-hours"));
        }
        StaffMember member = staff.get(id);
        member.keepQuiet(hours);
        return hours;
    }

    public Instant reachable(UUID id) {
        QuietHours hours = staff.get(id).quietHours();
        Instant now = clock.now();
        return hours == null ? now : hours.endAfter(now, ZoneId.of(tenants.config().tenant().zone()));
    }

    public List<StaffView> inRoles(Collection<String> roles) {
        return active(m -> m.roles().stream().anyMatch(roles::contains));
    }

    public List<StaffView> inTeam(String team) {
        return active(m -> m.teams().contains(team));
    }

    private List<StaffView> active(Predicate<StaffMember> wanted) {
        List<StaffMember> holders = new ArrayList<>();
        UUID last = Ids.FIRST;
        List<StaffMember> some;
        do {
            some = staff.after(last, BATCH);
            some.stream().filter(m -> m.isActive() && wanted.test(m)).forEach(holders::add);
            last = some.isEmpty() ? last : some.get(some.size() - 1).id();
        } while (some.size() == BATCH);
        fetchKeys(holders);
        return holders.stream().map(this::view).toList();
    }

    public StaffView add(StaffDraft draft) {
        check(draft);
        String login = draft.login().toLowerCase(Locale.ROOT);
        if (staff.byLogin(login).isPresent()) {
            throw Problem.of(Problem.Kind.CONFLICT, "staff.login-taken", login);
        }
        StaffMember member = new StaffMember(Ids.next(), login, passwords.accept(draft.password(), nearAtHand.words(login), "/password"), clock.now());
        member.rename(personalData.seal(member.id(), place("name", member.id()), draft.name().strip()));
        fill(member, draft);
        staff.add(member);
        staff.flush();
        journal.write(new Journal.Entry(caller.actor(), "staff.added", TABLE, member.id(), Map.of("login", login, "roles", member.roles())));
        changed.fire(new StaffChanged(member.id()));
        return view(member);
    }

    /** Adds a member whom a provider has vouched for: without a password, under the sign-in name he would like or one close to it. */
    StaffMember addVouched(String wish, String name, String mail, List<String> roles) {
        String plain = wish == null ? "" : wish.toLowerCase(Locale.ROOT).replaceAll("@.*", "").replaceAll("[^a-z0-9._-]", "").replaceAll("^[._-]+", "");
        String login = plain.length() < 2 ? "staff" : plain.substring(0, Math.min(plain.length(), LONGEST_WISH));
        if (plain.length() < 2 || staff.byLogin(login).isPresent()) {
            login += "-" + Secrets.code();
        }
        StaffMember member = new StaffMember(Ids.next(), login, null, clock.now());
        member.rename(personalData.seal(member.id(), place("name", member.id()), name == null || name.isBlank() ? login : name.strip()));
        member.mailAt(personalData.seal(member.id(), place("email", member.id()), mail));
        member.grant(roles);
        staff.add(member);
        staff.flush();
        journal.write(new Journal.Entry("staff/" + member.id(), "staff.added", TABLE, member.id(), Map.of("login", login, "roles", roles)));
        changed.fire(new StaffChanged(member.id()));
        return member;
    }

    public StaffView change(UUID id, Long expectedVersion, StaffDraft draft) {
        check(draft);
        StaffMember member = staff.get(id);
        member.requireVersion(expectedVersion);
        List<String> before = member.roles();
        boolean wasActive = member.isActive();
        if (draft.name() != null) {
            member.rename(personalData.seal(id, place("name", id), draft.name().strip()));
        }
        if (draft.password() != null) {
            member.changePassword(passwords.accept(draft.password(), nearAtHand.words(member.login()), "/password"));
        }
        if (draft.active() != null) {
            member.setActive(draft.active());
        }
        fill(member, draft);
        staff.flush();
        if (draft.password() != null || !member.isActive() || !before.equals(member.roles())) {
            sessions.revokeAll(id);
        }
        journal.write(new Journal.Entry(caller.actor(), "staff.changed", TABLE, id.toString(), Map.of("roles", before, "active", wasActive),
                Map.of("roles", member.roles(), "active", member.isActive(), "password", draft.password() == null ? "kept" : "changed"), null));
        if (!before.equals(member.roles())) {
            changed.fire(new StaffChanged(id));
        }
        return view(member);
    }

    /** A member's own new password, the old one being proved; ends his sessions but one. */
    public void changePassword(UUID id, String password, UUID keptSession) {
        StaffMember member = staff.get(id);
        member.changePassword(passwords.accept(password, nearAtHand.words(member.login()), "/newPassword"));
        int ended = sessions.revokeAllBut(id, keptSession);
        journal.write(new Journal.Entry(caller.actor(), "staff.password-changed", TABLE, id, Map.of("sessionsEnded", ended)));
    }

    private void fill(StaffMember member, StaffDraft draft) {
        if (draft.email() != null) {
            String mail = draft.email().isBlank() ? null : BlindIndex.mail(draft.email(), "/email");
            member.mailAt(personalData.seal(member.id(), place("email", member.id()), mail));
        }
        if (draft.locale() != null) {
            member.speak(draft.locale().isBlank() ? null : draft.locale());
        }
        if (draft.department() != null) {
            member.moveTo(draft.department().isBlank() ? null : draft.department());
        }
        if (draft.roles() != null && !draft.roles().isEmpty()) {
            member.grant(draft.roles());
        }
        if (draft.teams() != null) {
            member.join(draft.teams());
        }
    }

    private void check(StaffDraft draft) {
        OrganisationSection organisation = tenants.config().organisation();
        List<FieldError> errors = new ArrayList<>();
        known(draft.roles(), organisation.roles().stream().map(OrganisationSection.Role::key).toList(), "/roles", errors);
        known(draft.teams(), organisation.teams().stream().map(OrganisationSection.Team::key).toList(), "/teams", errors);
        if (draft.department() != null && !draft.department().isBlank()) {
            known(List.of(draft.department()), organisation.departments().stream().map(OrganisationSection.Department::key).toList(), "/department", errors);
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
    }

    private static void known(List<String> keys, List<String> allowed, String pointer, List<FieldError> errors) {
        if (keys != null) {
            keys.stream().filter(k -> !allowed.contains(k)).forEach(k -> errors.add(new FieldError(pointer, "field.unknown-key", k)));
        }
    }

    private StaffView view(StaffMember m) {
        return new StaffView(m.id(), m.login(), name(m), personalData.open(m.id(), place("email", m.id()), m.email()), m.isActive(), m.locale(),
                m.department(), m.roles(), m.teams(), m.version());
    }

    private void fetchKeys(List<StaffMember> members) {
        personalData.fetch(members.stream().map(StaffMember::id).toList());
    }

    private String name(StaffMember m) {
        return personalData.open(m.id(), place("name", m.id()), m.name());
    }

    private static Place place(String column, UUID row) {
        return new Place(TABLE, column, row);
    }
}
