package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pledgedesk.container.Deployed;
import dev.pledgedesk.container.Keys;
import java.net.URL;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same token by header at the API, where the container verifies it, and by cookie at pages, where we do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TokensIT {

    private static final String ME = "/api/v1/me";
    private static String ofArt;

    @ArquillianResource
    private URL base;

    private Site site;

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @BeforeEach
    void signIn() {
        site = new Site(base);
        if (ofArt == null) {
            site.tenantWithStaff("smart-appliance", Site.APPLIANCE);
            ofArt = site.tenantWithStaff("art-platform", Site.ART);
        }
    }

    @Test
    void aTokenOpensTheApiOfItsTenant() {
        HttpResponse<String> me = site.getWith(ofArt, Site.ART, ME);
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(Site.json(me).get("tenant").asText()).isEqualTo("art-platform");
    }

    @Test
    void withoutATokenTheApiAsksForOne() {
        refused(site.get(Site.ART, ME));
        refused(site.get(Site.ART, ME, "Authorization", "Basic YTpi"));
    }

    @Test
    void aTokenOfAnotherTenantFindsNothing() {
        HttpResponse<String> answer = site.getWith(ofArt, Site.APPLIANCE, ME);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(type(answer)).isEqualTo("application/problem+json");
        assertThat(site.getWith(ofArt, Site.OPERATOR, "/api/v1/tenants").statusCode()).as("nor at the operator's").isEqualTo(404);
        assertThat(site.getWith(Keys.sign(Keys.operator()), Site.ART, ME).statusCode()).as("nor the operator at a tenant's").isEqualTo(404);
        assertThat(site.getWith(ofArt, "nobody.localhost", ME).statusCode()).as("nor anybody at nobody's").isEqualTo(404);
    }

    @Test
    void everySpoiledTokenIsRefusedByTheApiAndWorthNothingAtPages() throws ParseException {
        Map<String, String> spoiled = spoiled();
        spoiled.forEach((how, token) -> {
            HttpResponse<String> answer = site.getWith(token, Site.ART, ME);
            assertThat(answer.statusCode()).as(how).isEqualTo(401);
            assertThat(type(answer)).as(how).isEqualTo("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).as(how).hasValueSatisfying(v -> assertThat(v).startsWith("Bearer"));
            assertThat(Site.json(answer).get("code").asText()).as(how).isEqualTo("unauthenticated");
            assertThat(site.get(Site.ART, "/probe-page", "Cookie", "desk-session=" + token).statusCode()).as("%s, as a cookie", how).isEqualTo(303);
        });
        assertThat(spoiled).hasSize(15);
    }

    @Test
    void theCookieOpensPagesAndNotTheApi() {
        HttpResponse<String> page = site.get(Site.ART, "/probe-page", "Cookie", "desk-session=" + ofArt);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("staff/");
        refused(site.get(Site.ART, ME, "Cookie", "desk-session=" + ofArt));
    }

    @Test
    void withoutTheCookieAPageLeadsToTheSignIn() {
        HttpResponse<String> page = site.get(Site.ART, "/probe-page?x=1");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?back=%2Fprobe-page%3Fx%3D1");
        assertThat(site.get(Site.APPLIANCE, "/probe-page", "Cookie", "desk-session=" + ofArt).statusCode()).as("another tenant's cookie").isEqualTo(303);
    }

    @Test
    void aSessionThatEndedEndsToken() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(ofArt).getJWTClaimsSet();
        String ofNoSession = Keys.sign(new JWTClaimsSet.Builder(claims).claim("sid", UUID.randomUUID().toString()));
        refused(site.getWith(ofNoSession, Site.ART, ME));
        assertThat(site.get(Site.ART, "/probe-page", "Cookie", "desk-session=" + ofNoSession).statusCode()).isEqualTo(303);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(type(answer)).isEqualTo("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(Site.json(answer).get("code").asText()).isEqualTo("unauthenticated");
    }

    /** The media type; the server may add the character set. */
    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    /** What attackers do to tokens. */
    private static Map<String, String> spoiled() throws ParseException {
        JWTClaimsSet good = SignedJWT.parse(ofArt).getJWTClaimsSet();
        String[] parts = ofArt.split("\\.");
        Date past = Date.from(Instant.now().minusSeconds(7200));
        Map<String, String> spoiled = new LinkedHashMap<>();
        spoiled.put("no token at all", "garbage");
        spoiled.put("a part too few", parts[0] + "." + parts[1]);
        spoiled.put("no signature", parts[0] + "." + parts[1] + ".");
        spoiled.put("algorithm none", base64("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        spoiled.put("a symmetric algorithm", base64("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2]);
        spoiled.put("another's claims under this signature", parts[0] + "." + base64(good.toPayload().toString().replace("staff", "owner")) + "." + parts[2]);
        spoiled.put("a signature of zeros", parts[0] + "." + parts[1] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]));
        spoiled.put("another key", Keys.sign(new JWTClaimsSet.Builder(good), Keys.fresh()));
        spoiled.put("another issuer", Keys.sign(new JWTClaimsSet.Builder(good).issuer("somebody")));
        spoiled.put("another audience", Keys.sign(new JWTClaimsSet.Builder(good).audience("somebody")));
        spoiled.put("no audience", Keys.sign(new JWTClaimsSet.Builder(good).audience((List<String>) null)));
        spoiled.put("over", Keys.sign(new JWTClaimsSet.Builder(good).issueTime(past).expirationTime(Date.from(Instant.now().minusSeconds(3600)))));
        Date future = Date.from(Instant.now().plusSeconds(600));
        Date later = Date.from(Instant.now().plusSeconds(3600));
        spoiled.put("issued in the future", Keys.sign(new JWTClaimsSet.Builder(good).issueTime(future).expirationTime(later)));
        spoiled.put("not to be used before", Keys.sign(new JWTClaimsSet.Builder(good).notBeforeTime(future).expirationTime(later)));
        spoiled.put("without an end", Keys.sign(new JWTClaimsSet.Builder(good).expirationTime(null)));
        return spoiled;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
