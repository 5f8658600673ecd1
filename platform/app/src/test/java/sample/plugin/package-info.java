/** A plugin as somebody else might write it; built into a jar of its own by the in-container tests. */
package sample.plugin;
