/** Tests of keys. */
package dev.pledgedesk.privacy.control;
