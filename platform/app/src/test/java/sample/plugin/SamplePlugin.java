package sample.plugin;

import dev.pledgedesk.sdk.DeskPlugin;

/** Knows the SDK and looks about: its version lists what of the classes it was told to look for it can see. */
public class SamplePlugin implements DeskPlugin {

    private static final String[] LOOKED_FOR = {"java.sql.Connection", "dev.pledgedesk.sdk.DeskPlugin", "dev.pledgedesk.kernel.Problem", "jakarta.inject.Inject",
        "org.postgresql.Driver", "fish.payara.micro.PayaraMicro"};

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public String version() {
        StringBuilder seen = new StringBuilder();
        for (String name : LOOKED_FOR) {
            try {
                Class.forName(name, false, SamplePlugin.class.getClassLoader());
                seen.append(name).append(' ');
            } catch (ClassNotFoundException invisible) {
                continue;
            }
        }
        return seen.toString().strip();
    }
}
