/** A plugin that costs next to nothing by itself, so that what is measured is how it is called. Written into a jar of its own; knows the SDK only. */
package dev.pledgedesk.bench.plugin;
