/** The rules of the house as tests: which room may know which, and what may stand where. Each rule is shown to find the fault it is there for. */
package dev.pledgedesk.architecture;
