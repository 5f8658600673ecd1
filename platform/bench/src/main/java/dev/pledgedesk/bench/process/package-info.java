/** What the operating system says about processes: CPU time and memory, read from {@code /proc}. */
package dev.pledgedesk.bench.process;
