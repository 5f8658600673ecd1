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
        fetchKeys(rows.stream().map(row -> id(row, "store_id")).toList());
        rows.forEach(row -> open(table, row, id(row, "store_id"), "content"));
    }
}
