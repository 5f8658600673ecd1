/** Clocks and what happened to them, an append-only list. */
package dev.pledgedesk.promise.entity;
