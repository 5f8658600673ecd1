/** Journal entries and seals as rows. */
package dev.pledgedesk.audit.entity;
