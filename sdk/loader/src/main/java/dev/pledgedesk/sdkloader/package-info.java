/**
 * How a plugin's jar is read, checked and loaded, and how its settings are read and described: the same code in the platform and in the test kit, so that what
 * passes an integrator's build is what a server takes. Knows neither tenants nor calls.
 */
package dev.pledgedesk.sdkloader;
