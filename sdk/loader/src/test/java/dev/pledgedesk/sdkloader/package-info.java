/** What is taken as a plugin, and how its settings are read. */
package dev.pledgedesk.sdkloader;
