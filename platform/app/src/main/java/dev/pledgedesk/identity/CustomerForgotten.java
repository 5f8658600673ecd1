package dev.pledgedesk.identity;

import java.time.Instant;

/**
 * A customer was forgotten because somebody asked for it; fired in that transaction, with what is needed to tell him so for the last time. Never stored.
 *
 * @param email   null if there is none
 * @param receipt the signed proof, which names nobody
 */
public record CustomerForgotten(String name, String email, String locale, Instant at, String receipt) {
}
