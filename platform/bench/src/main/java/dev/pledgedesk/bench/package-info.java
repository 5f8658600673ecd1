/**
 * What the product costs. {@code ./mvnw -Pbench} starts the distribution with the embedded PostgreSQL, fills it from a generator, loads it with 16 clients
 * and writes figures with their controls; see {@link dev.pledgedesk.bench.Bench} for the options and README.md of this module for how they are measured.
 */
package dev.pledgedesk.bench;
