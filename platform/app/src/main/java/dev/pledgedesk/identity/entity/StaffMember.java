package dev.pledgedesk.identity.entity;

import dev.pledgedesk.identity.QuietHours;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.StringListColumn;
import dev.pledgedesk.tenancy.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** A member of staff: active from the start, disabled when he leaves, never deleted because records name him. */
@Entity
@Table(name = "staff")
public class StaffMember extends Versioned {

    private static final String ACTIVE = "active";
    private static final int SECONDS = 60;

    private String login;
    private Sealed name;
    private Sealed email;
    @Column(name = "password_hash")
    private String passwordHash;
    private String state;
    private String locale;
    private String department;
    @Convert(converter = StringListColumn.class)
    private List<String> roles;
    @Convert(converter = StringListColumn.class)
    private List<String> teams;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "quiet_from")
    private Integer quietFrom;
    @Column(name = "quiet_to")
    private Integer quietTo;

    /** For JPA. */
    protected StaffMember() {
    }

    public StaffMember(UUID id, String login, String passwordHash, Instant now) {
        super(id);
        this.login = login;
        this.passwordHash = passwordHash;
        this.state = ACTIVE;
        this.roles = List.of();
        this.teams = List.of();
        this.createdAt = now;
    }

    /** Is not to be mailed in these hours; null for at any time. */
    public void keepQuiet(QuietHours hours) {
        quietFrom = hours == null ? null : hours.from().toSecondOfDay() / SECONDS;
        quietTo = hours == null ? null : hours.to().toSecondOfDay() / SECONDS;
    }

    /** Null for at any time. */
    public QuietHours quietHours() {
        return quietFrom == null ? null : new QuietHours(LocalTime.ofSecondOfDay((long) quietFrom * SECONDS), LocalTime.ofSecondOfDay((long) quietTo * SECONDS));
    }

    public void rename(Sealed newName) {
        name = newName;
    }

    public void mailAt(Sealed address) {
        email = address;
    }

    public void speak(String newLocale) {
        locale = newLocale;
    }

    /** Puts the member into a department; null takes him out. */
    public void moveTo(String newDepartment) {
        department = newDepartment;
    }

    public void grant(List<String> newRoles) {
        roles = List.copyOf(newRoles);
    }

    public void join(List<String> newTeams) {
        teams = List.copyOf(newTeams);
    }

    public void changePassword(String newHash) {
        passwordHash = newHash;
    }

    public void setActive(boolean active) {
        state = active ? ACTIVE : "disabled";
    }

    public boolean isActive() {
        return ACTIVE.equals(state);
    }

    /** When he came. */
    public Instant createdAt() {
        return createdAt;
    }

    public String state() {
        return state;
    }

    public String login() {
        return login;
    }

    public Sealed name() {
        return name;
    }

    public Sealed email() {
        return email;
    }

    /** Null for a member who signs in at a provider only. */
    public String passwordHash() {
        return passwordHash;
    }

    public String locale() {
        return locale;
    }

    public String department() {
        return department;
    }

    public List<String> roles() {
        return roles;
    }

    public List<String> teams() {
        return teams;
    }
}
