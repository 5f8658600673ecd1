package dev.pledgedesk.tenancy;

import dev.pledgedesk.tenancy.entity.DeskDatabase;
import dev.pledgedesk.tenancy.entity.OpenConnections;
import jakarta.enterprise.context.ApplicationScoped;

/** How many connections to the database this node has and uses. */
@ApplicationScoped
public class DatabaseUse {

    /** Most connections that the pool opens. */
    public static final int MOST = DeskDatabase.MOST_CONNECTIONS;

    /** Connections that are open, those of the probe and of the live updates included. */
    public int open() {
        return OpenConnections.count();
    }

    /** Connections that transactions hold now. */
    public int inUse() {
        return OpenConnections.used();
    }
}
