package dev.pledgedesk.page;

import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.sdk.TicketPanel.Note;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.ticket.TicketExtras;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the pages of plugins' extras have in common on both sides of the desk. */
public abstract class ExtrasPage implements PageResource {

    @Inject
    TicketExtras extras;

    @Inject
    RequestLanguage language;

    /** What they show. */
    protected HtmlPage shown(UUID id, String path, boolean staff) {
        return page(id, path, staff, null, null, null);
    }

    /** Presses a button, and shows what comes of it. */
    protected HtmlPage acted(UUID id, String path, boolean staff, String extension, String action, MultivaluedMap<String, String> form) {
        Map<String, String> inputs = form.keySet().stream().filter(key -> form.getFirst(key) != null).collect(Collectors.toMap(key -> key, form::getFirst));
        try {
            return page(id, path, staff, extension, extras.act(id, extension, action, inputs), null);
        } catch (Problem refused) {
            Messages messages = language.messages();
            return page(id, path, staff, extension, null, refused.errors().isEmpty() ? messages.text(refused.detail(), refused.arguments().toArray())
                    : messages.text(refused.errors().get(0).message(), refused.errors().get(0).arguments().toArray()));
        }
    }

    private HtmlPage page(UUID id, String path, boolean staff, String saidBy, Note said, String problem) {
        return HtmlPage.of("extras.jte", new Extras(language.messages().locale(), path, staff ? extras.entitlements(id) : List.of(), extras.panels(id), saidBy, said, problem));
    }

    /** Values of a field that somebody is typing into; {@code typed} is named after the form's field. */
    protected HtmlPage offered(String type, String field, String typed) {
        return HtmlPage.of("options.jte", new Offered(language.messages().locale(), extras.options(type, field, typed == null ? "" : typed)));
    }

    protected TicketExtras extras() {
        return extras;
    }
}
