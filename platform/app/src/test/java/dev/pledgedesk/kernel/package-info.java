/** Tests of what every room shares. */
package dev.pledgedesk.kernel;
