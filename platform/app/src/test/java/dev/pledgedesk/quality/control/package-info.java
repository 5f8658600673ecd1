/** Evaluations counted and drawn: pure rules, tried with many values. */
package dev.pledgedesk.quality.control;
