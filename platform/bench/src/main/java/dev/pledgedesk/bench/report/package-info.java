/** What comes out: figures, their aims, results.json and RESULTS.md. */
package dev.pledgedesk.bench.report;
