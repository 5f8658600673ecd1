/** What the REST boundaries of all rooms share: how a page of a list is answered, how fields of the contract are filled. Uses no room. */
package dev.pledgedesk.rest;
