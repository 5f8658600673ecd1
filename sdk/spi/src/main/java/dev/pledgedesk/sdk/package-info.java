/**
 * What a plugin is written against, with nothing outside {@code java.*}. A plugin offers {@link dev.pledgedesk.sdk.Contribution}s; the platform makes one
 * instance of each for every tenant that has it switched on, and calls it with snapshots.
 *
 * <p>Every type says who implements it: {@link dev.pledgedesk.sdk.ImplementedByPlugins} or {@link dev.pledgedesk.sdk.ProvidedByPlatform}; records are passed
 * between the two. Unless a type says otherwise, parameters, components and results are never null, and lists are unmodifiable. Methods of plugins are called
 * by any thread, by several at once, never by one that holds a transaction; a thread that takes longer than the {@link dev.pledgedesk.sdk.ExtensionPoint}
 * allows is interrupted. Whatever a plugin throws is a failure of the plugin, told to the tenant and to the operator, and answered as its extension point says.
 *
 * <p>The classes are loaded once, beside the server, by a loader that cannot see the application.
 */
package dev.pledgedesk.sdk;
