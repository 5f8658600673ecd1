package past;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.Text;
import dev.pledgedesk.sdk.TicketPanel;
import java.util.List;

/** Something at the extension point that came with SDK 1.1. Not compiled any more: the jar of then is what counts. */
public class ReportPoint implements DeskPlugin {

    @Override
    public List<Contribution<?, ?>> contributions() {
        return List.of(Contribution.of(ExtensionPoint.REPORT_SOURCE, "report", Text.same("R"), (s, c) -> month ->
                List.of(new TicketPanel.Table(Text.same(month.toString()), List.of(Text.same("zone")), List.of(List.of(Text.same(c.zone().getId())))))));
    }
}
