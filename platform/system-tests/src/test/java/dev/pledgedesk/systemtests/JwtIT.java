package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.pledgedesk.systemtests.desk.Answer;
import dev.pledgedesk.systemtests.desk.Contract;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens that look like ours and are not. Signed with the server's own key where the fault is to be the only one. */
class JwtIT {

    private static final long HOUR = 3600;

    private static Vendor vendor;
    private static Visitor good;
    private static JWTClaimsSet claims;
    private static RSASSASigner signer;
    private static String publicPem;

    @BeforeAll
    static void readKeys() throws Exception {
        Path keys = Server.common().home().resolve("keys");
        assumeTrue(Files.isReadable(keys.resolve("token-signing-rsa.pem")), "the keys of a server elsewhere cannot be read");
        String pem = Files.readString(keys.resolve("token-signing-rsa.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        publicPem = Files.readString(keys.resolve("token-verify-rsa.pem"));
        signer = new RSASSASigner((RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        vendor = Vendor.art();
        good = vendor.staff("agent").visitor();
        claims = SignedJWT.parse(good.token()).getJWTClaimsSet();
    }

    @Test
    void theSameClaimsSignedAgainAreGood() throws Exception {
        assertThat(status(signed(c -> c))).as("the tests below change one thing of this").isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> aTokenWithOneThingWrongIsRefused() throws Exception {
        Instant now = Instant.now();
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("algorithm none", new PlainJWT(claims).serialize());
        wrong.put("algorithm none with our signature", new PlainJWT(claims).serialize() + good.token().substring(good.token().lastIndexOf('.') + 1));
        wrong.put("HS256 with the public key as its secret", signed(JWSAlgorithm.HS256, new MACSigner(publicPem.getBytes(StandardCharsets.UTF_8)), claims));
        wrong.put("another key", signed(JWSAlgorithm.RS256, new RSASSASigner(otherKey()), claims));
        wrong.put("another issuer", signed(c -> c.issuer("somebody")));
        wrong.put("no issuer", signed(c -> c.issuer(null)));
        wrong.put("another audience", signed(c -> c.audience("somebody")));
        wrong.put("no audience", signed(c -> c.audience((String) null)));
        wrong.put("expired", signed(c -> c.expirationTime(Date.from(now.minusSeconds(120)))));
        wrong.put("no expiry", signed(c -> c.expirationTime(null)));
        wrong.put("issued in the future", signed(c -> c.issueTime(Date.from(now.plusSeconds(HOUR))).expirationTime(Date.from(now.plusSeconds(2 * HOUR)))));
        wrong.put("not valid yet", signed(c -> c.notBeforeTime(Date.from(now.plusSeconds(HOUR))).expirationTime(Date.from(now.plusSeconds(2 * HOUR)))));
        wrong.put("a session that never was", signed(c -> c.claim("sid", UUID.randomUUID().toString())));
        wrong.put("no session", signed(c -> c.claim("sid", null)));
        wrong.put("another subject", signed(c -> c.subject(vendor.staff("supervisor").id().toString())));
        wrong.put("truncated signature", good.token().substring(0, good.token().length() - 6));
        wrong.put("no signature", good.token().substring(0, good.token().lastIndexOf('.') + 1));
        wrong.put("claims of another under our signature", swappedPayload());
        wrong.put("half a token", good.token().substring(0, good.token().indexOf('.')));
        wrong.put("nonsense", "nonsense");
        wrong.put("empty", "");
        return wrong.entrySet().stream().map(w -> DynamicTest.dynamicTest(w.getKey(), () -> {
            Answer answer = good.with(w.getValue()).send("GET", Contract.ROOT + "/me", null);
            assertThat(answer.status()).as(answer.text()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.refusal().code()).isEqualTo("unauthenticated");
        }));
    }

    @Test
    void aTokenOfAnotherTenantIsAsIfNothingWereHere() throws Exception {
        String theirs = SignedJWT.parse(Vendor.appliance().staff("agent").visitor().token()).getJWTClaimsSet().getStringClaim("tenant");
        assertThat(status(signed(c -> c.claim("tenant", theirs)))).isEqualTo(404);
        assertThat(status(signed(c -> c.claim("tenant", UUID.randomUUID().toString())))).isEqualTo(404);
        assertThat(status(signed(c -> c.claim("tenant", null)))).isEqualTo(404);
        assertThat(status(signed(c -> c.claim("tenant", null).claim("groups", java.util.List.of("operator"))))).isEqualTo(404);
    }

    @Test
    void aBadTokenDoesNotMakeAGuest() {
        String subject = "bad token " + UUID.randomUUID();
        Answer answer = good.with(good.token().substring(0, good.token().length() - 6)).send("POST", Contract.ROOT + "/tickets", Map.of("type", "consultation",
                "subject", subject, "description", "d", "requester", Map.of("email", Vendor.newAddress())), "Idempotency-Key", Vendor.newKey());
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void rolesAreTheSessionsNotTheTokens() throws Exception {
        String claiming = signed(c -> c.claim("groups", java.util.List.of("tenant-administrator", "operator")));
        assertThat(good.with(claiming).send("GET", Contract.ROOT + "/api-clients", null).status()).isEqualTo(403);
        assertThat(TicketQuery.ALL.pagesOf(1).ids(good.with(claiming))).hasSizeLessThanOrEqualTo(1);
    }

    private static int status(String token) {
        return good.with(token).send("GET", Contract.ROOT + "/me", null).status();
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(JWSAlgorithm.RS256, signer, change.apply(new JWTClaimsSet.Builder(claims)).build());
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner with, JWTClaimsSet content) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).type(com.nimbusds.jose.JOSEObjectType.JWT).build(), content);
        jwt.sign(with);
        return jwt.serialize();
    }

    private static RSAPrivateKey otherKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return (RSAPrivateKey) generator.generateKeyPair().getPrivate();
    }

    private static String swappedPayload() throws Exception {
        String[] parts = good.token().split("\\.");
        JWTClaimsSet other = new JWTClaimsSet.Builder(claims).subject(UUID.randomUUID().toString()).build();
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(other.toString().getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
    }
}
