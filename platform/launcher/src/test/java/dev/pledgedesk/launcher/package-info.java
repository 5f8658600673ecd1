/** Tests of the launcher: parts alone, and (named IT) the real program from its distribution folder as a process of its own. */
package dev.pledgedesk.launcher;
