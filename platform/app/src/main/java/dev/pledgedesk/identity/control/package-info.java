/** Signing in and out, tokens and sessions, managing people. */
package dev.pledgedesk.identity.control;
