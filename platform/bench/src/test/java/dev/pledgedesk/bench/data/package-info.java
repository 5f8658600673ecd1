/** Tests of the room of the same name. */
package dev.pledgedesk.bench.data;
