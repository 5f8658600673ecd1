package dev.pledgedesk.plugins.art;

import dev.pledgedesk.plugins.art.Register.Artwork;
import dev.pledgedesk.sdk.EntitlementLookup.Fact;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketPanel;
import dev.pledgedesk.sdk.TicketSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what the register says of the artwork of a ticket, and whether its certificate was signed. */
final class ArtworkPanel implements TicketPanel {

    private final Register register;

    ArtworkPanel(Register register) {
        this.register = register;
    }

    @Override
    public Panel show(Question question) {
        TicketSnapshot ticket = question.ticket();
        Optional<String> number = ticket.field(register.certificateField());
        Optional<Artwork> artwork = register.find(number, ticket.field(register.titleField()));
        List<Block> blocks = new ArrayList<>();
        artwork.ifPresent(a -> {
            List<Fact> facts = new ArrayList<>(List.of(new Fact(new Text("Title", "作品名称"), Text.same(a.title())), new Fact(new Text("Artist", "作者"), Text.same(a.artist()))));
            if (a.certificate() != null) {
                facts.add(new Fact(new Text("Certificate", "证书"), Text.same(a.certificate())));
            }
            blocks.add(new Facts(facts));
            register.genuine(a).ifPresent(genuine -> blocks.add(genuine ? new Note(new Text("The certificate was signed by us.", "证书签名属实。"), false)
                    : new Note(new Text("The signature of the certificate does not fit.", "证书签名不符。"), true)));
        });
        if (artwork.isEmpty() && number.isPresent()) {
            blocks.add(new Note(new Text("No artwork of the register has this certificate.", "登记簿中没有这张证书对应的作品。"), true));
        }
        return new Panel(new Text("Artwork", "作品"), blocks);
    }
}
