/** The key store: wrapped keys of tenants and persons, apart from the data that they open. */
package dev.pledgedesk.privacy.entity;
