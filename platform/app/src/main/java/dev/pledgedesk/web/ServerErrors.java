package dev.pledgedesk.web;

import dev.pledgedesk.kernel.Messages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What the server refuses before any of our filters runs, such as a malformed token: the same answer as ours for the API, a short page otherwise. */
@WebServlet("/server-error")
public class ServerErrors extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Messages messages = Messages.in(request.getHeader("Accept-Language") == null ? java.util.Locale.ENGLISH : request.getLocale());
        String detail = messages.text(status == 401 ? "problem.unauthenticated" : status == 404 ? "problem.not-found"
                : status == 503 ? "problem.unavailable" : status >= 500 ? "problem.internal" : "problem.refused");
        ProblemBody body = ProblemBody.of(status, ProblemBody.code(status), detail, List.of(), messages, UUID.randomUUID().toString());
        response.setStatus(status);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        byte[] bytes;
        if (path.startsWith("/api/")) {
            response.setContentType("application/problem+json");
            if (status == 401) {
                response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            }
            bytes = body.bytes();
        } else {
            response.setContentType("text/plain;charset=UTF-8");
            bytes = (body.title() + "\n\n" + detail + "\n").getBytes(StandardCharsets.UTF_8);
        }
        response.getOutputStream().write(bytes);
    }
}
