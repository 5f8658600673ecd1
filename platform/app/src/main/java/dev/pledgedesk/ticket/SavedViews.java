package dev.pledgedesk.ticket;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.tenancy.Tenants;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.ticket.entity.TicketView;
import dev.pledgedesk.ticket.entity.TicketViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Filters that staff keep under a name, and the tenant's macros. */
@ApplicationScoped
@Transactional
public class SavedViews {

    /** A saved view; the filter is the query string of the list. */
    public record View(UUID id, String name, String filter, boolean shared, boolean own) {
    }

    @Inject
    TicketViews views;

    @Inject
    PersonalData personalData;

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    /** The caller's own views and those that colleagues share. */
    public List<View> all() {
        caller.require(Permission.TICKET_HISTORY);
        List<TicketView> visible = views.visibleTo(caller.id());
        personalData.fetch(visible.stream().map(TicketView::ownerId).distinct().toList());
        return visible.stream().map(this::view).toList();
    }

    /** Keeps a filter. */
    public View add(String name, String filter, boolean shared) {
        staff();
        TicketView view = new TicketView(Ids.next(), caller.id(), shared);
        view.say(personalData.seal(caller.id(), place("name", view.id()), name.strip()), personalData.seal(caller.id(), place("filter", view.id()), filter));
        return view(views.add(view));
    }

    /** Deletes one of the caller's own. */
    public void remove(UUID id) {
        staff();
        views.remove(views.find(id).filter(v -> v.ownerId().equals(caller.id())).orElseThrow(Problem::notFound));
    }

    /** Prepared replies of the running configuration. */
    public List<TicketSection.Macro> macros() {
        caller.require(Permission.TICKET_HISTORY);
        return tenants.config().tickets().macros();
    }

    private void staff() {
        caller.require(Permission.TICKET_HISTORY);
        if (caller.kind() != CallerKind.STAFF) {
            throw Problem.denied();
        }
    }

    private View view(TicketView view) {
        UUID owner = view.ownerId();
        return new View(view.id(), personalData.open(owner, place("name", view.id()), view.name()), personalData.open(owner, place("filter", view.id()), view.filter()), view.isShared(),
                owner.equals(caller.id()));
    }

    private static Place place(String column, UUID view) {
        return new Place("ticket_view", column, view);
    }
}
