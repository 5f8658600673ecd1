package dev.pledgedesk.ticket.boundary;

import dev.pledgedesk.api.ViewsApi;
import dev.pledgedesk.api.model.Macro;
import dev.pledgedesk.api.model.MacroList;
import dev.pledgedesk.api.model.NewView;
import dev.pledgedesk.api.model.View;
import dev.pledgedesk.api.model.ViewList;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.ticket.SavedViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Saved views and macros over REST. */
@RequestScoped
public class ViewsResource implements ViewsApi {

    @Inject
    SavedViews views;

    @Inject
    RequestLanguage language;

    @Override
    @Allowed(Permission.TICKET_HISTORY)
    public ViewList listViews() {
        return new ViewList().items(views.all().stream().map(ViewsResource::view).toList());
    }

    @Override
    @Allowed(Permission.TICKET_HISTORY)
    public View createView(NewView body, String idempotencyKey) {
        return view(views.add(body.getName(), body.getFilter(), Boolean.TRUE.equals(body.getShared())));
    }

    @Override
    @Allowed(Permission.TICKET_HISTORY)
    public void deleteView(UUID viewId) {
        views.remove(viewId);
    }

    @Override
    @Allowed(Permission.TICKET_HISTORY)
    public MacroList listMacros() {
        return new MacroList().items(views.macros().stream().map(m -> new Macro().key(m.key()).name(m.name().in(language.locale()))
                .reply(m.reply() == null ? null : m.reply().in(language.locale())).status(m.status())).toList());
    }

    private static View view(SavedViews.View v) {
        return new View().id(v.id()).name(v.name()).filter(v.filter()).shared(v.shared());
    }
}
