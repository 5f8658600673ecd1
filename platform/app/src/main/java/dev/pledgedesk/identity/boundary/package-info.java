/** REST operations of sign-in and people, and the filters that know the caller. */
package dev.pledgedesk.identity.boundary;
