/** Tests of the rules for passwords. */
package dev.pledgedesk.identity.control;
