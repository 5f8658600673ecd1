package dev.pledgedesk.systemtests.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a picture: keeps cookies by host and shows where each step leads; goes on only when it is told to. */
public final class Window {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /**
     * What a step has led to.
     *
     * @param location where a redirect leads, absolute; null if it is none
     */
    public record View(URI address, int status, URI location, String text) {
    }

    /** Opens an address. Names below localhost are this machine's, whether the system knows them or not. */
    public View open(URI address) {
        return send(address, "GET", null);
    }

    /** Opens an address and follows redirects as long as they stay on the same host. */
    public View openThrough(URI address) {
        View view = open(address);
        for (int hops = 0; view.location() != null && view.location().getAuthority().equals(address.getAuthority()) && hops < 10; hops++) {
            view = open(view.location());
        }
        return view;
    }

    /** Sends the form of a page whose action begins with a path. */
    public View submit(View page, String path, String form) {
        Matcher actions = ACTION.matcher(page.text());
        while (actions.find()) {
            String action = actions.group(1).replace("&amp;", "&");
            if (action.startsWith(path)) {
                return send(page.address().resolve(action), "POST", form);
            }
        }
        throw new AssertionError("no form for " + path + " in " + page.text());
    }

    /** The value of a cookie, empty if there is none. */
    public String cookie(String host, String name) {
        return cookies.getOrDefault(host, Map.of()).getOrDefault(name, "");
    }

    private View send(URI address, String method, String form) {
        String host = address.getHost();
        boolean local = host.endsWith(".localhost");
        URI target = local ? URI.create(address.toString().replaceFirst(Pattern.quote(host), "127.0.0.1")) : address;
        HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(LIMIT).setHeader("Accept-Language", "en")
                .method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
        if (local) {
            request.setHeader("Host", address.getAuthority());
        }
        if (form != null) {
            request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        Map<String, String> jar = cookies.computeIfAbsent(host, h -> new HashMap<>());
        if (!jar.isEmpty()) {
            request.setHeader("Cookie", jar.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";")[0].split("=", 2);
                jar.put(pair[0], pair[1]);
            }
            // The server makes redirects absolute by the Host header, which names the host we mean.
            URI location = response.headers().firstValue("Location").map(address::resolve).orElse(null);
            return new View(address, response.statusCode(), location, response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + address, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
