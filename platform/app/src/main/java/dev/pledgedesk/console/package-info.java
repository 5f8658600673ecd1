/** The consoles: agents' queue and tickets, a tenant's administration, the operator's tenants. Composition only: pages call the rooms' public faces. */
package dev.pledgedesk.console;
