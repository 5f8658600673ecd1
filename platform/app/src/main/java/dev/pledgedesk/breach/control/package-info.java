/** What is done about leaks, each step one transaction with its journal entry. */
package dev.pledgedesk.breach.control;
