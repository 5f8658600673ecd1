/** Tests of the contract against the operations that implement it. */
package dev.pledgedesk.web;
