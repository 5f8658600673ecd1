/** The consoles' own thinking, without a server: what an address asks for, how two people's forms meet. */
package dev.pledgedesk.console;
