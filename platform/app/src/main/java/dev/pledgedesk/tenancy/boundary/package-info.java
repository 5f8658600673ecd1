/** REST operations of tenants and their configuration, and the filter that finds the tenant of a request. */
package dev.pledgedesk.tenancy.boundary;
