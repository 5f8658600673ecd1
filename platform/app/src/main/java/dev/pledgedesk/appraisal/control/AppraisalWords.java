package dev.pledgedesk.appraisal.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.AppraisalSection;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Words about a member of staff in tables of supervision, sealed under his key; and whom to tell. */
@ApplicationScoped
public class AppraisalWords {

    static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What somebody is told of.
     *
     * @param record  its kind, as notices know it
     * @param staffId whom it is about
     * @param what    what to call it
     */
    record About(String record, UUID id, UUID staffId, LocalizedText what) {
    }

    @Inject
    PersonalData personalData;

    @Inject
    Notices notices;

    @Inject
    Staff staff;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    /** Seals words that will stand in a row. */
    Sealed seal(UUID about, String table, String column, UUID row, String words) {
        return personalData.seal(about, new Place(table, column, row), words);
    }

    /** Opens them; null for null. */
    String open(UUID about, String table, String column, UUID row, Sealed words) {
        return personalData.open(about, new Place(table, column, row), words);
    }

    void fetch(Collection<UUID> people) {
        personalData.fetch(people);
    }

    AppraisalSection section() {
        return tenants.config().appraisalSaid();
    }

    AppraisalSection section(int configVersion) {
        return tenants.config(configVersion).appraisalSaid();
    }

    int configVersion() {
        return tenants.current().configVersion();
    }

    ZoneId zone() {
        return ZoneId.of(tenants.config().tenant().zone());
    }

    /** Tells a member of something about himself or somebody else; nothing if he has left or does it himself. */
    void tell(UUID member, String kind, About about) {
        StaffView who = staff.get(member);
        if (who.active() && !member.equals(caller.id())) {
            notices.tell(who, kind, about.record(), about.id(), Map.of("number", staff.get(about.staffId()).login(), "what", about.what().byTag()));
        }
    }

    /** What a role is called; its key if there is none. */
    LocalizedText roleName(String role) {
        return tenants.config().role(role).map(OrganisationSection.Role::name).orElse(LocalizedText.same(role));
    }

    /** Tells everybody of a role but the one it is about. */
    void tellRole(String role, String kind, About about) {
        staff.inRoles(List.of(role)).stream().filter(m -> !m.id().equals(about.staffId())).forEach(m -> tell(m.id(), kind, about));
    }

    /** Tells everybody who manages appraisals but the one it is about. */
    void tellManagers(String kind, About about) {
        staff.holding(Permission.APPRAISAL_MANAGE).stream().filter(m -> !m.id().equals(about.staffId())).forEach(m -> tell(m.id(), kind, about));
    }
}
