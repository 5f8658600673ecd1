package dev.pledgedesk.web;

import dev.pledgedesk.eventing.NodeActivity;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts the requests under way, and asks for no more on this connection once the node is about to stop. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ActivityFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient NodeActivity activity;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (activity.isStopping()) {
            response.setHeader("Connection", "close");
        }
        activity.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            if (!goesOn(request)) {
                activity.end();
            }
        }
    }

    /** Whether the answer is still to be written by another thread. */
    private boolean goesOn(HttpServletRequest request) {
        try {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Ended());
                return true;
            }
        } catch (IllegalStateException completedJustNow) {
            return false;
        }
        return false;
    }

    /** Counts a request whose answer is written by another thread until that is done. */
    private final class Ended implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            activity.end();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // The container completes it next.
        }

        @Override
        public void onError(AsyncEvent event) {
            // The container completes it next.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
