/** Tests of what a journal entry's hash covers. */
package dev.pledgedesk.audit.entity;
