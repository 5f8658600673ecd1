/** Tests of the plugin, without a platform. */
package dev.pledgedesk.plugins.sms;
