/** Staff, customers, API clients, sessions, codes and links as rows. */
package dev.pledgedesk.identity.entity;
