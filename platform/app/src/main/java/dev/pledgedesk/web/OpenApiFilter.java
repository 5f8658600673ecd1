package dev.pledgedesk.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers {@code /openapi} with the contract word for word, before the server's own endpoint there, which would re-model it. */
@WebFilter("/openapi")
public class OpenApiFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Contract contract;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        response.setContentType("application/yaml;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(contract.document());
    }
}
