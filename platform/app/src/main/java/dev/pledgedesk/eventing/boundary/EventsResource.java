package dev.pledgedesk.eventing.boundary;

import dev.pledgedesk.api.EventsApi;
import dev.pledgedesk.api.model.Event;
import dev.pledgedesk.api.model.EventPage;
import dev.pledgedesk.api.model.EventTypeList;
import dev.pledgedesk.eventing.EventFeed;
import dev.pledgedesk.eventing.EventFeed.Told;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** What has happened, over REST. */
@RequestScoped
public class EventsResource implements EventsApi {

    @Inject
    EventFeed feed;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.EVENT_READ)
    public EventPage listEvents(String type, Integer pageSize, String pageAfter) {
        Page<Told> page = feed.page(type, PageRequest.of(pageSize, pageAfter));
        return new EventPage().items(page.items().stream().map(EventsResource::event).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Allowed(Permission.EVENT_READ)
    public EventTypeList listEventTypes() {
        return new EventTypeList().items(feed.types());
    }

    private static Event event(Told told) {
        return new Event().id(told.id()).cursor(told.cursor()).type(told.type()).subjectId(told.subjectId()).occurredAt(told.occurredAt()).actor(told.actor());
    }
}
