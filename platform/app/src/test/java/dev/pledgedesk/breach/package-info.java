/** Tests of the register of leaks. */
package dev.pledgedesk.breach;
