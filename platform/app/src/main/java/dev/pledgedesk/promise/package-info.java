/**
 * Promises in time: each is a clock that a policy of the tenant starts, pauses and ends, that warns before it is broken and is never silent after, and that can say why it reads so.
 * {@link dev.pledgedesk.promise.Promises} is the public face; tickets do not know that they are watched.
 */
package dev.pledgedesk.promise;
