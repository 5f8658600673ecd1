package dev.pledgedesk.quality.boundary;

import dev.pledgedesk.api.model.CorrectiveAction;
import dev.pledgedesk.api.model.CorrectiveActionEntry;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.quality.CorrectiveActions.Action;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Corrective actions as the API tells them. */
@RequestScoped
public class ActionBodies {

    @Inject
    DeskClock clock;

    CorrectiveAction action(Action a) {
        return new CorrectiveAction().id(a.id()).cause(a.cause()).title(a.title()).plan(a.plan()).ownerId(a.ownerId()).state(CorrectiveAction.StateEnum.fromValue(a.state().key())).round(a.round())
                .dueAt(a.dueAt()).checkAt(a.checkAt()).overdue(a.isOverdue(clock.now())).complaintId(a.sourceId()).evaluationId(a.evaluationId()).openedBy(a.openedBy()).openedAt(a.openedAt())
                .entries(a.entries().stream().map(e -> new CorrectiveActionEntry().kind(CorrectiveActionEntry.KindEnum.fromValue(e.kind())).words(e.words()).at(e.at()).actor(e.actor())).toList());
    }
}
