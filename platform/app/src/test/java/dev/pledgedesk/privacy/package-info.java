/** Tests of the form in which contacts are compared. */
package dev.pledgedesk.privacy;
