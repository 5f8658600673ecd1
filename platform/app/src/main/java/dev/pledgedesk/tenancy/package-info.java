/**
 * Tenants: which one a request belongs to, the wall between them, and their configuration. The public face is
 * {@link dev.pledgedesk.tenancy.TenantContext} (whose request is this), {@link dev.pledgedesk.tenancy.TenantScope} (background work opens a
 * tenant), {@link dev.pledgedesk.tenancy.Tenants} (hosts, state, running configuration) and the configuration records.
 */
package dev.pledgedesk.tenancy;
