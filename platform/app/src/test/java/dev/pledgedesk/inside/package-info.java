/** Tests that run inside the server, with the real application around them (or, marked as client, against it by HTTP). */
package dev.pledgedesk.inside;
