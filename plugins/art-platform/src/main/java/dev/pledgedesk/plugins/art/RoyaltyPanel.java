package dev.pledgedesk.plugins.art;

import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketPanel;
import java.util.List;

/** Shows what was paid for the artwork of a ticket. */
final class RoyaltyPanel implements TicketPanel {

    private final Royalties royalties;

    RoyaltyPanel(Royalties royalties) {
        this.royalties = royalties;
    }

    @Override
    public Panel show(Question question) {
        return new Panel(new Text("Royalties", "版税"), question.ticket().field(royalties.titleField()).map(royalties::of).map(List::<Block>copyOf).orElse(List.of()));
    }
}
