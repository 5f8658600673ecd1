/**
 * The one gate for calls to other people's servers: {@link dev.pledgedesk.outbound.OutboundGate}. It decides by the address that is connected to, and
 * bounds time and size. Nothing else in the house may open an HTTP connection.
 */
package dev.pledgedesk.outbound;
