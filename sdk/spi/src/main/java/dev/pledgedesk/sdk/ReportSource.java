package dev.pledgedesk.sdk;

import java.time.YearMonth;
import java.util.List;

/**
 * Figures of the vendor's own for the report of a month, such as royalties or stock. Called when somebody looks at the report or reads it over the interface;
 * nothing of the answer is kept.
 *
 * @since 1.1
 */
@ImplementedByPlugins
public interface ReportSource {

    /**
     * The tables of a month.
     *
     * @param month in the tenant's zone; may lie ahead or long ago
     * @return at most ten are shown; empty for nothing to show
     * @throws Exception if it cannot be told now; the report is shown without it and says so
     */
    List<TicketPanel.Table> tables(YearMonth month) throws Exception;
}
