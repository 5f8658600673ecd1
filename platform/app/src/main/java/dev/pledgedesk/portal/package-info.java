/** The customers' portal of a tenant: filing, following and answering tickets. Composition only: pages call the rooms' public faces. */
package dev.pledgedesk.portal;
