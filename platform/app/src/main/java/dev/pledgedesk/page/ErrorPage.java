package dev.pledgedesk.page;

import java.util.List;

/** What the error page tells; the request id may be null. */
public record ErrorPage(int status, String title, String detail, String requestId, List<String> errors) {
}
