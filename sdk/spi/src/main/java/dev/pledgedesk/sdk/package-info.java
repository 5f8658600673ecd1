/**
 * What a plugin is written against, with nothing of Java's outside {@code java.*}. Types say whether the platform calls them or the plugin does. The classes
 * are loaded once, beside the server, by a loader that cannot see the application.
 */
package dev.pledgedesk.sdk;
