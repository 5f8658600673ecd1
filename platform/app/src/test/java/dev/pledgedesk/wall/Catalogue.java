package dev.pledgedesk.wall;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the database's own description of itself and lists every hole in the wall, one line each. */
final class Catalogue {

    /** Tables that belong to the platform: found before a tenant is known, without content of a tenant. */
    private static final String PLATFORM_TABLES = "('tenant', 'tenant_host', 'due_work', 'platform_key', 'rate_window', 'write_probe', 'flyway_schema_history', 'transfer_key')";
    /** Functions that run with more rights than their caller. */
    private static final String TRUSTED_FUNCTIONS = "('search_tickets', 'next_ticket_number', 'skip_ticket_numbers')";
    /** The data, and the keys that open them. */
    private static final String SCHEMAS = "('desk'::regnamespace, 'desk_keys'::regnamespace)";
    private static final String TENANT_TABLES = " c.relnamespace in " + SCHEMAS + " and c.relkind in ('r', 'p', 'f') and c.relname not in "
            + PLATFORM_TABLES + " ";
    /** The second says the same without a function of the data's schema, which a restore drops. */
    private static final String GUARDS = "('(tenant_id = current_tenant())', '(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)')";

    /** What the application may never do to a table: history is only added to. */
    private static final Map<String, List<String>> APPEND_ONLY = Map.ofEntries(Map.entry("agreement_signature", List.of("UPDATE", "DELETE")),
            Map.entry("journal_entry", List.of("UPDATE", "DELETE")), Map.entry("journal_seal", List.of("UPDATE", "DELETE")), Map.entry("journal_chain", List.of("DELETE")),
            Map.entry("outbox_event", List.of("UPDATE", "DELETE")), Map.entry("event_place", List.of("UPDATE", "DELETE")), Map.entry("event_feed", List.of("DELETE")), Map.entry("webhook_attempt", List.of("UPDATE")), Map.entry("config_version", List.of("UPDATE", "DELETE")), Map.entry("ticket_change", List.of("UPDATE")),
            Map.entry("erasure", List.of("UPDATE", "DELETE")), Map.entry("contact_reading", List.of("UPDATE", "DELETE")), Map.entry("privacy_alert", List.of("DELETE")), Map.entry("consent", List.of("UPDATE", "DELETE")), Map.entry("disposal_run", List.of("DELETE")),
            Map.entry("data_request", List.of("DELETE")), Map.entry("tenant_sealed", List.of("UPDATE", "DELETE")), Map.entry("legal_hold", List.of("DELETE")), Map.entry("desk_keys.tenant_key", List.of("DELETE")),
            Map.entry("desk_keys.person_key", List.of("DELETE")), Map.entry("desk_keys.transfer_key", List.of("UPDATE", "DELETE")), Map.entry("flyway_schema_history", List.of("INSERT", "UPDATE", "DELETE")));

    /** Each query gives the names of what breaks one rule. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("has no tenant_id that is never null", "select c.relname from pg_class c where" + TENANT_TABLES + "and not exists (select from pg_attribute a"
                    + " where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)"),
            Map.entry("has no primary key that starts with tenant_id", "select c.relname from pg_class c where" + TENANT_TABLES + "and not exists (select from pg_index i"
                    + " join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id')"),
            Map.entry("has no row security", "select c.relname from pg_class c where" + TENANT_TABLES + "and not c.relrowsecurity"),
            Map.entry("does not force row security on its owner", "select c.relname from pg_class c where" + TENANT_TABLES + "and not c.relforcerowsecurity"),
            Map.entry("has not exactly the policy tenant_wall", "select c.relname from pg_class c where" + TENANT_TABLES
                    + "and (select array_agg(p.polname::text) from pg_policy p where p.polrelid = c.oid) is distinct from array['tenant_wall']"),
            Map.entry("has a policy that is not the tenant's", "select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid where" + TENANT_TABLES
                    + "and (coalesce(pg_get_expr(p.polqual, c.oid), '') not in " + GUARDS + " or coalesce(pg_get_expr(p.polwithcheck, c.oid), '') not in " + GUARDS
                    + " or p.polcmd <> '*' or not p.polpermissive or p.polroles <> '{0}')"),
            Map.entry("is an index that does not start with tenant_id", "select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid where"
                    + TENANT_TABLES + "and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'tenant_id')"),
            Map.entry("is an exclusion constraint", "select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid where" + TENANT_TABLES
                    + "and k.contype = 'x'"),
            Map.entry("is a foreign key that does not carry the tenant", "select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid where"
                    + TENANT_TABLES + "and k.contype = 'f' and not (exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]"
                    + " and a.attname = 'tenant_id') and (k.confrelid = 'tenant'::regclass or exists (select from pg_attribute a where a.attrelid = k.confrelid"
                    + " and a.attnum = k.confkey[1] and a.attname = 'tenant_id')))"),
            Map.entry("is a view with its owner's rights", "select c.relname from pg_class c where c.relnamespace = 'desk'::regnamespace and c.relkind = 'v'"
                    + " and not coalesce(c.reloptions @> array['security_invoker=true'], false)"),
            Map.entry("is a materialized view", "select c.relname from pg_class c where c.relnamespace = 'desk'::regnamespace and c.relkind = 'm'"),
            Map.entry("is a sequence, which tells one tenant how much another does", "select c.relname from pg_class c"
                    + " where c.relnamespace = 'desk'::regnamespace and c.relkind = 'S' and (c.relname !~ '^ticket_number_[0-9a-f]{32}$'"
                    + " or has_sequence_privilege('desk_app', c.oid, 'USAGE, SELECT, UPDATE'))"),
            Map.entry("runs with more rights than its caller", "select p.proname from pg_proc p where p.pronamespace = 'desk'::regnamespace and p.prosecdef"
                    + " and p.proname not in " + TRUSTED_FUNCTIONS),
            Map.entry("may be run by everybody", "select p.proname from pg_proc p where p.pronamespace = 'desk'::regnamespace"
                    + " and (p.proacl is null or exists (select from aclexplode(p.proacl) x where x.grantee = 0))"
                    + " and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')"),
            Map.entry("is a trusted function with a changeable search path", "select p.proname from pg_proc p where p.pronamespace = 'desk'::regnamespace and p.prosecdef"
                    + " and not coalesce(p.proconfig @> array['search_path=desk, pg_temp'], false)"),
            Map.entry("belongs to the application", "select c.relname from pg_class c where pg_get_userbyid(c.relowner) = 'desk_app'"
                    + " union all select proname from pg_proc where pg_get_userbyid(proowner) = 'desk_app'"
                    + " union all select nspname from pg_namespace where pg_get_userbyid(nspowner) = 'desk_app'"),
            Map.entry("is an application role past the wall", "select rolname from pg_roles where rolname = 'desk_app' and (rolsuper or rolbypassrls or rolcreaterole"
                    + " or rolcreatedb or rolreplication)"),
            Map.entry("is a role that the application can become", "select r.rolname from pg_roles r where r.rolname <> 'desk_app' and pg_has_role('desk_app', r.oid, 'member')"),
            Map.entry("lets the application do more than read and write rows", "select c.relname from pg_class c cross join lateral aclexplode(c.relacl) x"
                    + " where c.relnamespace in " + SCHEMAS + " and pg_get_userbyid(x.grantee) = 'desk_app'"
                    + " and (x.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or x.is_grantable)"),
            Map.entry("is open to everybody", "select c.relname from pg_class c cross join lateral aclexplode(c.relacl) x"
                    + " where c.relnamespace in " + SCHEMAS + " and x.grantee = 0"),
            Map.entry("is a key that backups of the data reach", "select c.relname from pg_class c where c.relnamespace = 'desk_keys'::regnamespace and c.relkind in ('r', 'p')"
                    + " and (has_table_privilege('desk_backup', c.oid, 'SELECT') or has_schema_privilege('desk_backup', c.relnamespace, 'USAGE'))"),
            Map.entry("lets the application make things", "select 'schema ' || nspname from pg_namespace where nspname in ('desk', 'desk_keys', 'public')"
                    + " and has_schema_privilege('desk_app', oid, 'CREATE')"));

    private Catalogue() {
    }

    /** Every hole, such as {@code ticket: has no row security}; empty when the wall stands. */
    static List<String> holes(Connection connection) throws SQLException {
        List<String> holes = new ArrayList<>();
        for (Map.Entry<String, String> rule : RULES.entrySet()) {
            for (String name : names(connection, rule.getValue())) {
                holes.add(name + ": " + rule.getKey());
            }
        }
        for (Map.Entry<String, List<String>> table : APPEND_ONLY.entrySet()) {
            for (String privilege : table.getValue()) {
                boolean columns = privilege.equals("UPDATE") || privilege.equals("INSERT");
                holes.addAll(names(connection, "select '" + table.getKey() + ": the application may " + privilege + "' where has_table_privilege('desk_app', '"
                        + table.getKey() + "', '" + privilege + "')" + (columns ? " or has_any_column_privilege('desk_app', '" + table.getKey() + "', '" + privilege + "')" : "")));
            }
        }
        return holes.stream().sorted().toList();
    }

    /** Tables behind the wall. */
    static List<String> tenantTables(Connection connection) throws SQLException {
        return names(connection, "select c.relname from pg_class c where" + TENANT_TABLES + "order by 1");
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
