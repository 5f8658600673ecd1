package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.EntitlementLookup;
import dev.pledgedesk.sdk.TicketSnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A service says what a customer is entitled to. */
record RemoteEntitlements(Service service) implements EntitlementLookup, Asking {

    @Override
    public List<Entitlement> find(TicketSnapshot ticket) throws Exception {
        return service.ask("/entitlements", Questions.with("ticket", Questions.ticket(ticket))).list("entitlements", e -> new Entitlement(e.bilingual("title"), State.valueOf(e.text("state").toUpperCase(Locale.ROOT)),
                e.optional("from").map(LocalDate::parse), e.optional("until").map(LocalDate::parse), e.facts()));
    }
}
