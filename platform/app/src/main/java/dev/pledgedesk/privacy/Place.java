package dev.pledgedesk.privacy;

import java.util.UUID;

/**
 * Where a sealed value stands. A value opens at its own place only, so that moving it to another row or column makes it unreadable.
 *
 * @param table  table name
 * @param column column name
 * @param row    id of the row; the tenant is that of the request
 */
public record Place(String table, String column, UUID row) {
}
