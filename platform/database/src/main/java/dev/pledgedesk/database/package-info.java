/**
 * The room where the database is looked after: the embedded PostgreSQL, the roles that every PledgeDesk database needs, the schema
 * migrations, and the check that tells whether a database (ours or somebody else's) is fit to serve.
 */
package dev.pledgedesk.database;
