/** How plugins reach mail servers: {@link dev.pledgedesk.sdkmail.MailWire} is what is behind {@link dev.pledgedesk.sdk.Mail} in the platform, and in tests of plugins that speak to a real server. */
package dev.pledgedesk.sdkmail;
