/** How a program gets at a desk: where it is, which tenant's host is meant, and who asks. The rest is generated. */
package dev.pledgedesk.client.connect;
