package dev.pledgedesk.training.control;

import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.Sealed;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TrainingSection;
import dev.pledgedesk.tenancy.TrainingSection.Course;
import dev.pledgedesk.tenancy.TrainingSection.Qualification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;

/** Words about a member of staff in tables of training, sealed under his key; and what keys of the configuration are called. */
@ApplicationScoped
public class TrainingWords {

    @Inject
    PersonalData personalData;

    @Inject
    Tenants tenants;

    /** Seals words that will stand in a row. */
    public Sealed seal(UUID staff, String table, String column, UUID row, String words) {
        return personalData.seal(staff, new Place(table, column, row), words);
    }

    /** Opens them; null for null. */
    public String open(UUID staff, String table, String column, UUID row, Sealed words) {
        return personalData.open(staff, new Place(table, column, row), words);
    }

    /** Fetches the keys of some people at once. */
    public void fetch(Collection<UUID> staff) {
        personalData.fetch(staff);
    }

    /** What a qualification is called; its key if the configuration does not have it any more. */
    public LocalizedText qualification(String key) {
        return training().qualification(key).map(Qualification::name).orElse(LocalizedText.same(key));
    }

    /** What a course is called; its key if the configuration does not have it any more. */
    public LocalizedText course(String key) {
        return training().course(key).map(Course::name).orElse(LocalizedText.same(key));
    }

    /** A qualification of the running configuration; refused at a field if there is none of that key. */
    public Qualification known(String key, String pointer) {
        return training().qualification(key).orElseThrow(() -> Problem.unprocessable(new FieldError(pointer, "field.unknown-key", String.valueOf(key))));
    }

    /** What the running configuration says of training. */
    public TrainingSection training() {
        return tenants.config().trainingSaid();
    }

    /** What the configuration of a version says of it. */
    public TrainingSection training(int configVersion) {
        return tenants.config(configVersion).trainingSaid();
    }

    /** The version that runs. */
    public int configVersion() {
        return tenants.current().configVersion();
    }

    /** The tenant's time zone. */
    public ZoneId zone() {
        return ZoneId.of(tenants.config().tenant().zone());
    }
}
