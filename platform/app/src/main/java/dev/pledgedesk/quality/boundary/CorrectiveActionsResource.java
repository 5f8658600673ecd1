package dev.pledgedesk.quality.boundary;

import dev.pledgedesk.api.CorrectiveActionsApi;
import dev.pledgedesk.api.model.ClockList;
import dev.pledgedesk.api.model.CorrectiveAction;
import dev.pledgedesk.api.model.CorrectiveActionPage;
import dev.pledgedesk.api.model.NewCorrectiveAction;
import dev.pledgedesk.api.model.NewCorrectiveCheck;
import dev.pledgedesk.api.model.NewCorrectiveResult;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.promise.ClockAnswers;
import dev.pledgedesk.quality.CorrectiveActions;
import dev.pledgedesk.quality.CorrectiveActions.Action;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Corrective actions over REST. */
@RequestScoped
public class CorrectiveActionsResource implements CorrectiveActionsApi {

    @Inject
    CorrectiveActions actions;

    @Inject
    ClockAnswers clocks;

    @Inject
    ActionBodies bodies;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.QUALITY_READ)
    public CorrectiveActionPage listCorrectiveActions(Boolean all, Integer pageSize, String pageAfter) {
        Page<Action> page = actions.page(!Boolean.TRUE.equals(all), PageRequest.of(pageSize, pageAfter));
        return new CorrectiveActionPage().items(page.items().stream().map(bodies::action).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.QUALITY_MANAGE)
    public CorrectiveAction openCorrectiveAction(NewCorrectiveAction body, String idempotencyKey) {
        return bodies.action(actions.open(new CorrectiveActions.Draft(body.getCause(), body.getTitle(), body.getPlan(), body.getOwnerId(), body.getDueAt(), body.getCheckAt(), body.getComplaintId(), body.getEvaluationId())));
    }

    @Override
    @Allowed(Permission.QUALITY_READ)
    public CorrectiveAction getCorrectiveAction(UUID actionId) {
        return bodies.action(actions.get(actionId));
    }

    @Override
    @Allowed(Permission.QUALITY_READ)
    public ClockList listCorrectiveActionClocks(UUID actionId) {
        return clocks.list(actions.clocks(actionId));
    }

    @Override
    @Allowed(Permission.QUALITY_READ)
    public CorrectiveAction finishCorrectiveAction(UUID actionId, NewCorrectiveResult body, String idempotencyKey) {
        return bodies.action(actions.done(actionId, body.getResult()));
    }

    @Override
    @Allowed(Permission.QUALITY_MANAGE)
    public CorrectiveAction checkCorrectiveAction(UUID actionId, NewCorrectiveCheck body, String idempotencyKey) {
        return bodies.action(actions.check(actionId, body.getEffective(), body.getWords(), body.getNextDueAt(), body.getNextCheckAt()));
    }
}
