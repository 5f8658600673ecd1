package sample.plugin;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.Text;
import java.util.List;

/** Knows the SDK and looks about: the name of what it offers lists what of the classes it was told to look for it can see. */
public class SamplePlugin implements DeskPlugin {

    private static final String[] LOOKED_FOR = {"java.sql.Connection", "dev.pledgedesk.sdk.DeskPlugin", "dev.pledgedesk.kernel.Problem", "jakarta.inject.Inject",
        "org.postgresql.Driver", "fish.payara.micro.PayaraMicro"};

    @Override
    public List<Contribution<?, ?>> contributions() {
        StringBuilder seen = new StringBuilder();
        for (String name : LOOKED_FOR) {
            try {
                Class.forName(name, false, SamplePlugin.class.getClassLoader());
                seen.append(name).append(' ');
            } catch (ClassNotFoundException invisible) {
                continue;
            }
        }
        return List.of(Contribution.of(ExtensionPoint.ANSWER_SUGGESTER, "sample", Text.same(seen.toString().strip()), (settings, context) -> question -> List.of()));
    }
}
