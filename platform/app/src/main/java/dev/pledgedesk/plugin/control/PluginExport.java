package dev.pledgedesk.plugin.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pledgedesk.privacy.SealedExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Opens what plugins keep, under the key of each store. */
@ApplicationScoped
public class PluginExport extends SealedExport {

    private static final String TABLE = "plugin_value";

    @Override
    public Set<String> tables() {
        return Set.of(TABLE);
    }

    @Override
    public void open(String table, List<ObjectNode> rows) {
        openAll(table, rows, "store_id", "content");
    }
}
