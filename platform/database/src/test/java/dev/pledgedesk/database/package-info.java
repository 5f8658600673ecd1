/** Tests on real servers: what is promised about durability, passwords and roles is asked of a running PostgreSQL. */
package dev.pledgedesk.database;
