/**
 * Where HTTP meets the rooms: the two JAX-RS applications (API and pages), the order of their filters, errors, JSON and the response headers that every
 * resource shares. Composition only.
 */
package dev.pledgedesk.web;
