/** What plugins keep, and what of theirs has failed. */
package dev.pledgedesk.plugin.entity;
