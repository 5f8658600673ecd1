/** The plugin without a server. */
package com.example.plugin;
