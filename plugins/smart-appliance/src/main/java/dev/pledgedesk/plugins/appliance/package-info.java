/** For makers of appliances: what a serial number says, what is covered by warranty, and what a fault code means. All of it comes from tables that the vendor writes into its settings. */
package dev.pledgedesk.plugins.appliance;
