package dev.pledgedesk.systemtests.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * An OpenID provider on loopback that keeps the rules: a code is good once, for the client, address and verifier it was made for. Tests tell it who is
 * signing in, and how to break the rules.
 */
public final class OpenIdPeer implements AutoCloseable {

    /** The one client. */
    public static final String CLIENT = "desk";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the next ID tokens are signed. */
    public enum Signing { RIGHT, NONE, HS256_BY_PUBLIC_KEY, HS256_BY_SECRET, UNKNOWN_KEY }

    private record Code(String redirect, String challenge, String nonce) {
    }

    private final HttpServer server;
    private final String issuer;
    private final String secret = "s3cret +&/ü" + UUID.randomUUID();
    private final Set<String> redirects = ConcurrentHashMap.newKeySet();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private volatile RSAKey key = newKey();
    private volatile Consumer<JWTClaimsSet.Builder> person = c -> c.subject("nobody");
    private volatile Consumer<JWTClaimsSet.Builder> spoiler = c -> { };
    private volatile Signing signing = Signing.RIGHT;
    private volatile Map<String, String> answer = Map.of();
    private volatile int keyRequests;

    private OpenIdPeer(HttpServer server) {
        this.server = server;
        this.issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/tenant";
    }

    /** One of its own port, and so of its own issuer. */
    public static OpenIdPeer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            OpenIdPeer peer = new OpenIdPeer(server);
            server.createContext("/", peer::handle);
            server.start();
            return peer;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public String issuer() {
        return issuer;
    }

    public String secret() {
        return secret;
    }

    /** How often its keys were asked for. */
    public int keyRequests() {
        return keyRequests;
    }

    /** Browsers may be sent back there. */
    public void register(String redirect) {
        redirects.add(redirect);
    }

    /** Who signs in from now on, and that all rules are kept. */
    public void enter(String subject, Map<String, Object> claims) {
        person = c -> {
            c.subject(subject);
            claims.forEach(c::claim);
        };
        spoiler = c -> { };
        signing = Signing.RIGHT;
        answer = Map.of();
    }

    /** What is changed in the next ID tokens. */
    public void spoil(Consumer<JWTClaimsSet.Builder> change) {
        spoiler = change;
    }

    /** How the next ID tokens are signed. */
    public void sign(Signing other) {
        signing = other;
    }

    /** Parameters that the browser brings back instead of the right ones; an empty value leaves one out. */
    public void answer(Map<String, String> parameters) {
        answer = parameters;
    }

    /** Signs with another key from now on, and publishes that alone. */
    public void rotate() {
        key = newKey();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/tenant/.well-known/openid-configuration" -> json(exchange, 200, Map.of("issuer", issuer, "authorization_endpoint", issuer + "/authorize",
                        "token_endpoint", issuer + "/token", "jwks_uri", issuer + "/keys", "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"), "id_token_signing_alg_values_supported", List.of("RS256"),
                        "authorization_response_iss_parameter_supported", true));
                case "/tenant/keys" -> {
                    keyRequests++;
                    json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
                }
                case "/tenant/authorize" -> authorize(exchange, parameters(exchange.getRequestURI().getRawQuery()));
                case "/tenant/token" -> token(exchange, parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                default -> json(exchange, 404, Map.of());
            }
        } catch (JOSEException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        boolean right = CLIENT.equals(asked.get("client_id")) && redirects.contains(asked.get("redirect_uri")) && "code".equals(asked.get("response_type"))
                && List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid") && asked.containsKey("state") && asked.containsKey("nonce")
                && "S256".equals(asked.get("code_challenge_method")) && asked.getOrDefault("code_challenge", "").length() == 43;
        if (!right) {
            json(exchange, 400, Map.of("error", "invalid_request", "asked", asked));
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Code(asked.get("redirect_uri"), asked.get("code_challenge"), asked.get("nonce")));
        Map<String, String> back = new LinkedHashMap<>(Map.of("code", code, "state", asked.get("state"), "iss", issuer));
        back.putAll(answer);
        StringBuilder address = new StringBuilder(asked.get("redirect_uri")).append("?from=peer");
        back.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        exchange.getResponseHeaders().add("Location", address.toString());
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException, JOSEException, GeneralSecurityException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String form = URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        if (!("Basic " + Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8))).equals(header)) {
            json(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        Code code = codes.remove(asked.getOrDefault("code", ""));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(asked.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII)));
        if (code == null || !"authorization_code".equals(asked.get("grant_type")) || !code.redirect().equals(asked.get("redirect_uri"))
                || !code.challenge().equals(challenge)) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        json(exchange, 200, Map.of("access_token", "opaque", "token_type", "Bearer", "expires_in", 300, "id_token", idToken(code.nonce())));
    }

    private String idToken(String nonce) throws JOSEException {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer).audience(CLIENT).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300))).claim("nonce", nonce);
        person.accept(claims);
        spoiler.accept(claims);
        RSAKey signer = signing == Signing.UNKNOWN_KEY ? new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build() : key;
        return switch (signing) {
            case NONE -> new PlainJWT(claims.build()).serialize();
            case HS256_BY_PUBLIC_KEY -> signed(JWSAlgorithm.HS256, new MACSigner(key.toRSAPublicKey().getEncoded()), claims);
            case HS256_BY_SECRET -> signed(JWSAlgorithm.HS256, new MACSigner(secret.getBytes(StandardCharsets.UTF_8)), claims);
            default -> signed(JWSAlgorithm.RS256, new RSASSASigner(signer), claims);
        };
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (String pair : (form == null ? "" : form).split("&")) {
            String[] parts = pair.split("=", 2);
            if (seen.add(parts[0]) && parts.length == 2) {
                parameters.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
