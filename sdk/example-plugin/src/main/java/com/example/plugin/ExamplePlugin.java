package com.example.plugin;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.Text;
import java.util.List;

/** What the plugin offers. */
public final class ExamplePlugin implements DeskPlugin {

    @Override
    public List<Contribution<?, ?>> contributions() {
        return List.of(new Contribution<>(ExtensionPoint.ANSWER_SUGGESTER, "opening-hours", new Text("Opening hours", "营业时间"), OpeningHours.Settings.class,
                (settings, context) -> new OpeningHours(settings, context.clock(), context.zone())));
    }
}
