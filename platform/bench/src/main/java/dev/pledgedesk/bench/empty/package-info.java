/** An application with one empty JAX-RS resource; it is deployed beside the product as a control and is no part of it. */
package dev.pledgedesk.bench.empty;
