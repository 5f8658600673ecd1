/** Tests against a real mail server. */
package dev.pledgedesk.sdkmail;
