/** The tenant registry and configuration versions as rows. */
package dev.pledgedesk.tenancy.entity;
