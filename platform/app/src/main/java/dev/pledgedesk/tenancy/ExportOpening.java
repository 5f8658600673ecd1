package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Implemented by whoever keeps sealed values: opens them in the rows of an export, which would be worth nothing to a vendor who leaves otherwise. */
public interface ExportOpening {

    /** The tables that it opens. */
    Set<String> tables();

    /** Puts readable values in the place of sealed ones; null in the place of what nobody can read any more. Part of a transaction of the exported tenant. */
    void open(String table, List<ObjectNode> rows);
}
