package dev.pledgedesk.plugin.entity;

import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.privacy.FieldTable;
import dev.pledgedesk.privacy.PersonalDataHolder;
import dev.pledgedesk.privacy.Purpose;
import dev.pledgedesk.privacy.Retention;
import dev.pledgedesk.privacy.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the columns of plugins' tables are to a person. */
@ApplicationScoped
public class PluginFields implements PersonalDataHolder {

    @Override
    public List<FieldTable> tables() {
        return List.of(
                FieldTable.of("plugin_store", Whose.EVERYBODY).none("tenant_id", "id", "plugin", "entries", "characters").end(),
                FieldTable.of("plugin_value", Whose.EVERYBODY).none("tenant_id", "id", "store_id", "name", "characters", "version").usedFor(Purpose.SERVICE).kept(Retention.WITH_TENANT)
                        .seenBy(Permission.PLUGIN_MANAGE).personal("content").end(),
                FieldTable.of("plugin_failure", Whose.EVERYBODY).none("tenant_id", "id", "extension", "plugin_version", "kind", "place", "subject_id", "happened_at").end());
    }
}
