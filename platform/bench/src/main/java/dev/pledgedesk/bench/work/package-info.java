/** The kinds of work that are measured, and the controls: a new kind is a small class here and a line in {@link dev.pledgedesk.bench.work.Catalogue}. */
package dev.pledgedesk.bench.work;
