/** The plugin against a service that is made of the contract's own classes. */
package dev.pledgedesk.plugins.remote;
