package dev.pledgedesk.webhook.control;

import java.util.List;
import java.util.UUID;

/**
 * A message as it goes out.
 *
 * @param id      what the receiver knows it by, the same at every attempt
 * @param secrets to sign it with, the present one first
 */
record Message(UUID delivery, UUID id, String address, List<String> secrets, byte[] body) {
}
