/** What the product promises, checked on one running server through the generated client and a real browser. */
package dev.pledgedesk.systemtests;
