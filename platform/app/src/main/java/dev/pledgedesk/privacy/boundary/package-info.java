/** REST operations about personal data as such. */
package dev.pledgedesk.privacy.boundary;
