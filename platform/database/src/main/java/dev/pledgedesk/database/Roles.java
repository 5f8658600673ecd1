package dev.pledgedesk.database;

/** The fixed names in every PledgeDesk database. */
public final class Roles {

    /** The database. */
    public static final String DATABASE = "pledgedesk";
    /** The only schema with tables of ours. */
    public static final String SCHEMA = "desk";
    /** Owns the database, the schema and the tables; runs migrations; sees all rows, because a data migration must. */
    public static final String OWNER = "desk_owner";
    /** The running application: owns nothing, cannot pass row-level security, may only read and write rows. */
    public static final String APP = "desk_app";
    /** Dumps: reads all rows, writes none. */
    public static final String BACKUP = "desk_backup";
    /** Owns the search functions; nobody can sign in as it. */
    public static final String SEARCH = "desk_search";
    /** The superuser of the embedded server. An external server keeps its own. */
    public static final String SUPERUSER = "postgres";

    private Roles() {
    }
}
