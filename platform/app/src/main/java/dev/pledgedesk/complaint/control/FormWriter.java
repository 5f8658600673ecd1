package dev.pledgedesk.complaint.control;

import dev.pledgedesk.complaint.ComplaintForm;
import dev.pledgedesk.complaint.EntryKind;
import dev.pledgedesk.complaint.entity.Complaint;
import dev.pledgedesk.complaint.entity.ComplaintEntry.What;
import dev.pledgedesk.identity.Duties;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.Work;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.ComplaintSection.Named;
import dev.pledgedesk.tenancy.ComplaintSection.Need;
import dev.pledgedesk.tenancy.ComplaintSection.Telling;
import dev.pledgedesk.tenancy.TenantConfig;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes into the form of a complaint what is new, with what follows from it: other limits for another severity, and who is told of it. Part of its caller's transaction. */
@ApplicationScoped
public class FormWriter {

    @Inject
    Regimes regimes;

    @Inject
    Timeline timeline;

    @Inject
    ComplaintClocks clocks;

    @Inject
    CausePatterns patterns;

    @Inject
    ComplaintNews news;

    @Inject
    Staff staff;

    @Inject
    Duties duties;

    @Inject
    Tenants tenants;

    @Inject
    DeskClock clock;

    void write(Complaint complaint, ComplaintForm form) {
        check(complaint, form);
        Map<Need, String> known = Timeline.texts(timeline.of(complaint));
        form.texts().forEach((need, text) -> {
            // What a customer wrote into his ticket may be longer than what is written here, and stays as it is.
            if (!text.strip().equals(Objects.toString(known.get(need), "").strip())) {
                timeline.write(complaint, new What(EntryKind.WRITTEN, need.key(), null, null), ComplaintTransactions.WORDS.take(text, "/texts/" + need.key()));
            }
        });
        if (form.severity() != null && !form.severity().equals(complaint.severity())) {
            complaint.severity(form.severity());
            timeline.write(complaint, EntryKind.SET, Need.SEVERITY.key(), form.severity());
            tellOfSeverity(complaint);
        }
        if (form.complex() != null && form.complex() != complaint.isComplex()) {
            complaint.complex(form.complex());
            timeline.write(complaint, EntryKind.SET, "complex", form.complex().toString());
        }
        if (form.fault() != null && form.fault() != complaint.fault()) {
            complaint.fault(form.fault());
            timeline.write(complaint, EntryKind.SET, Need.AT_FAULT.key(), form.fault().key());
        }
        if (form.cause() != null && !form.cause().equals(complaint.cause())) {
            complaint.cause(form.cause());
            timeline.write(complaint, EntryKind.SET, Need.CAUSE.key(), form.cause());
            patterns.look(complaint);
        }
        if (form.occurredAt() != null && !form.occurredAt().equals(complaint.occurredAt())) {
            complaint.occurredAt(form.occurredAt());
            timeline.write(complaint, EntryKind.SET, Need.OCCURRED_AT.key(), form.occurredAt().toString());
        }
        if (form.ownerId() != null && !Objects.equals(form.ownerId(), complaint.ownerId())) {
            duties.require(staff.get(form.ownerId()), Work.complaint(), "/ownerId");
            complaint.giveTo(form.ownerId());
            timeline.write(complaint, EntryKind.SET, "owner", form.ownerId().toString());
        }
        clocks.follow(complaint);
    }

    private void check(Complaint complaint, ComplaintForm form) {
        TenantConfig config = tenants.config(complaint.configVersion());
        List<FieldError> errors = new ArrayList<>();
        known(config.severities(), form.severity(), "/severity", errors);
        known(config.causes(), form.cause(), "/cause", errors);
        form.texts().keySet().stream().filter(need -> !Need.texts().contains(need)).forEach(need -> errors.add(new FieldError("/texts/" + need.key(), "field.unknown-member")));
        if (form.occurredAt() != null && form.occurredAt().isAfter(clock.now())) {
            errors.add(new FieldError("/occurredAt", "field.time-past"));
        }
        if (form.ownerId() != null && staff.holding(Permission.COMPLAINT_HANDLE).stream().noneMatch(m -> m.id().equals(form.ownerId()))) {
            errors.add(new FieldError("/ownerId", "field.unknown-key", form.ownerId()));
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
    }

    private static void known(List<Named> all, String key, String pointer, List<FieldError> errors) {
        if (key != null && all.stream().noneMatch(n -> n.key().equals(key))) {
            errors.add(new FieldError(pointer, "field.unknown-key", key));
        }
    }

    private void tellOfSeverity(Complaint complaint) {
        LocalizedText name = Named.name(tenants.config(complaint.configVersion()).severities(), complaint.severity()).orElseThrow();
        for (Telling telling : regimes.of(complaint).tell()) {
            if (telling.severities().contains(complaint.severity())) {
                news.tellRoles(telling.roles(), "complaint-severity", complaint, name);
            }
        }
    }
}
