/**
 * What the tests of a plugin are made of, without a server: {@link dev.pledgedesk.sdktest.TestContext} stands for what the platform gives, {@link dev.pledgedesk.sdktest.PluginContract} is inherited by a test of the plugin's and
 * holds each contribution to what its extension point asks, and {@link dev.pledgedesk.sdktest.PackagedPluginIT} looks at the packaged jar as a server does.
 */
package dev.pledgedesk.sdktest;
