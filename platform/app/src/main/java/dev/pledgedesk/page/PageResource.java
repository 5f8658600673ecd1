package dev.pledgedesk.page;

/** Marks a class of pages: a request-scoped JAX-RS resource that gives {@link HtmlPage}s. */
public interface PageResource {
}
