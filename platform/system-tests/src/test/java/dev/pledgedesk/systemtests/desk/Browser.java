package dev.pledgedesk.systemtests.desk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as forms need: cookies, form tokens, files. Redirects are looked at, not followed. */
public final class Browser {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*_form=[^\"]*)\"");

    private final URI server;
    private final String host;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CookieManager cookies = new CookieManager();

    /**
     * A fresh profile.
     *
     * @param server where requests go
     * @param host   the vendor's host with the port
     */
    public Browser(URI server, String host) {
        this.server = server;
        this.host = host;
    }

    /** Opens a page. */
    public HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path)), path);
    }

    /** Sends the form of a page whose action begins so. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) throws IOException, InterruptedException {
        String html = open(page).body();
        String body = filled(html, fields).entrySet().stream().map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        String target = target(page, html, action);
        return send(HttpRequest.newBuilder(server.resolve(target)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)), target);
    }

    /** Sends the form of a page with a file beside the fields. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields, String fileField, String fileName, String content)
            throws IOException, InterruptedException {
        String html = open(page).body();
        String boundary = UUID.randomUUID().toString();
        StringBuilder body = new StringBuilder();
        filled(html, fields).forEach((name, value) -> body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n")
                .append(value).append("\r\n"));
        body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(fileField).append("\"; filename=\"").append(fileName)
                .append("\"\r\nContent-Type: text/plain\r\n\r\n").append(content).append("\r\n--").append(boundary).append("--\r\n");
        String target = target(page, html, action);
        return send(HttpRequest.newBuilder(server.resolve(target)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString())), target);
    }

    /** The fields that the page has filled in for the user, then those that he fills in. */
    private static Map<String, String> filled(String html, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Matcher hidden = HIDDEN.matcher(html); hidden.find();) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        return all;
    }

    private static String target(String page, String html, String action) {
        Matcher matcher = ACTION.matcher(html);
        while (matcher.find()) {
            if (matcher.group(1).startsWith(action)) {
                return matcher.group(1).replace("&amp;", "&");
            }
        }
        throw new AssertionError(page + " has no form to " + action);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        URI site = URI.create("http://" + host).resolve(path);
        cookies.get(site, Map.of()).forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        HttpResponse<String> answer = http.send(request.header("Host", host).build(), BodyHandlers.ofString());
        cookies.put(site, answer.headers().map());
        return answer;
    }
}
