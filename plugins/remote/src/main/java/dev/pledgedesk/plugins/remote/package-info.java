/**
 * Extension points answered by a service of the vendor's, over signed HTTPS: the way for code that nobody has reviewed, or that is written in another language. What goes over the wire is
 * {@code openapi/extension}; to the desk this is a plugin like others, held by the same guard.
 */
package dev.pledgedesk.plugins.remote;
