/** The smallest plugin that is of use: it answers who asks for opening hours. */
package com.example.plugin;
