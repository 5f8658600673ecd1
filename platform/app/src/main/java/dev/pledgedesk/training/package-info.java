/** Training and what it leads to: who has passed what, and that nobody is given work without the pass that it asks for. {@link dev.pledgedesk.training.control.QualifiedDuty} is where that is decided. */
package dev.pledgedesk.training;
