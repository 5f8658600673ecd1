/** Tests of tenants' configurations: reading, rules, schemas, differences. */
package dev.pledgedesk.tenancy.control;
