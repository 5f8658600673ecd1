/**
 * Complaints: records of their own beside the ticket in which their customer is spoken with. They run by the regime of the tenant, from the complaint form through the departments to the
 * customer's satisfaction, and every limit of the regime is a clock.
 */
package dev.pledgedesk.complaint;
