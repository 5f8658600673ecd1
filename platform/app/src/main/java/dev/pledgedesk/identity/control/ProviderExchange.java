package dev.pledgedesk.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.outbound.OutboundAnswer;
import dev.pledgedesk.outbound.OutboundFailure;
import dev.pledgedesk.outbound.OutboundGate;
import dev.pledgedesk.outbound.OutboundRequest;
import dev.pledgedesk.tenancy.IdentitySection.Provider;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** Speaks the protocol with a provider: where to send the browser, and what the code that it brings back is worth. */
@ApplicationScoped
public class ProviderExchange {

    /** Fixed here, never read from a token: no {@code none}, and nothing symmetric, for which a public key or a client secret would be the key. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256,
            JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);
    private static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST_SUBJECT = 255;
    private static final Logger LOG = Logger.getLogger(ProviderExchange.class.getName());

    /**
     * What ties an answer to the browser and the request that asked for it; derived from the browser's secret, so that it is kept nowhere else.
     *
     * @param redirect where the provider sends the browser back to
     */
    public record Ties(URI redirect, String state, String nonce, String verifier) {
    }

    @Inject
    ProviderDirectory directory;

    @Inject
    ProviderSecrets secrets;

    @Inject
    OutboundGate gate;

    @Inject
    Tenants tenants;

    /** A secret for a state or a browser, URL-safe and always of the same length. */
    public static String newSecret() {
        return Secrets.token();
    }

    /** The ties of a state and a browser, the same each time. */
    public static Ties ties(URI redirect, String state, String browser) {
        return new Ties(redirect, state, Secrets.derive(browser, state + "|nonce"), Secrets.derive(browser, state + "|verifier"));
    }

    /** The address that the browser goes to. */
    public URI departure(Provider provider, Ties ties) {
        // Nobody is sent away whose code could not be exchanged.
        secrets.of(tenants.current().key(), provider);
        OIDCProviderMetadata metadata = directory.metadata(provider);
        Scope scope = new Scope("openid");
        provider.scopes().forEach(scope::add);
        return new AuthenticationRequest.Builder(ResponseType.CODE, scope, new ClientID(provider.clientId()), ties.redirect())
                .endpointURI(metadata.getAuthorizationEndpointURI()).state(new State(ties.state())).nonce(new Nonce(ties.nonce()))
                .codeChallenge(new CodeVerifier(ties.verifier()), CodeChallengeMethod.S256).build().toURI();
    }

    /** Refuses an answer that says, or by what the provider publishes should say, that it is from somebody else (RFC 9207). */
    public void requireFrom(Provider provider, Issuer issuer) {
        boolean silent = issuer == null && !directory.metadata(provider).supportsAuthorizationResponseIssuerParam();
        if (!silent && (issuer == null || !issuer.getValue().equals(provider.issuer()))) {
            throw untrusted(provider, "the answer is from " + (issuer == null ? "nobody" : "another issuer"));
        }
    }

    /** Exchanges a code for an ID token and checks it. */
    public Newcomer arrival(Provider provider, AuthorizationCode code, Ties ties) {
        OIDCProviderMetadata metadata = directory.metadata(provider);
        JWT token = token(provider, metadata, code, ties);
        var selector = new JWSVerificationKeySelector<>(ALGORITHMS, directory.keys(metadata));
        try {
            return newcomer(provider, new IDTokenValidator(new Issuer(provider.issuer()), new ClientID(provider.clientId()), selector, null)
                    .validate(token, new Nonce(ties.nonce())));
        } catch (KeySourceException unreachable) {
            throw ProviderDirectory.unavailable(provider, "its keys cannot be had: " + unreachable.getMessage());
        } catch (BadJOSEException | JOSEException bad) {
            throw untrusted(provider, bad.getMessage());
        }
    }

    private JWT token(Provider provider, OIDCProviderMetadata metadata, AuthorizationCode code, Ties ties) {
        var grant = new AuthorizationCodeGrant(code, ties.redirect(), new CodeVerifier(ties.verifier()));
        URI endpoint = metadata.getTokenEndpointURI();
        Optional<ClientAuthentication> proof = proof(provider, metadata);
        HTTPRequest request = proof.map(p -> new TokenRequest.Builder(endpoint, p, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, new ClientID(provider.clientId()), grant)).build().toHTTPRequest();
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(send(request));
            if (response instanceof OIDCTokenResponse good && good.getOIDCTokens().getIDToken() != null) {
                return good.getOIDCTokens().getIDToken();
            }
            throw untrusted(provider, "the code was refused: " + (response.indicatesSuccess() ? "no ID token" : response.toErrorResponse().getErrorObject().getCode()));
        } catch (OutboundFailure failure) {
            throw ProviderDirectory.unavailable(provider, failure.reason() + " " + failure.getMessage());
        } catch (ParseException unreadable) {
            throw untrusted(provider, "its token answer cannot be read: " + unreadable.getMessage());
        }
    }

    private Optional<ClientAuthentication> proof(Provider provider, OIDCProviderMetadata metadata) {
        ClientID client = new ClientID(provider.clientId());
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean inBody = methods != null && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return secrets.of(tenants.current().key(), provider).map(Secret::new)
                .map(s -> inBody ? new ClientSecretPost(client, s) : new ClientSecretBasic(client, s));
    }

    private HTTPResponse send(HTTPRequest request) throws OutboundFailure, ParseException {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderMap().forEach((name, values) -> headers.put(name, values.get(0)));
        headers.put("Accept", "application/json");
        OutboundAnswer answer = gate.send(new OutboundRequest("POST", request.getURI(), headers, request.getBody().getBytes(StandardCharsets.UTF_8), MOST_BYTES));
        HTTPResponse response = new HTTPResponse(answer.status());
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.setBody(answer.text());
        return response;
    }

    private static Newcomer newcomer(Provider provider, IDTokenClaimsSet claims) {
        String subject = claims.getSubject().getValue();
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw untrusted(provider, "the subject is empty or too long");
        }
        boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        List<String> groups = claims.getStringListClaim(provider.groupsClaim());
        return new Newcomer(subject, claims.getStringClaim("name"), claims.getStringClaim("preferred_username"),
                verified ? claims.getStringClaim("email") : null, groups == null ? List.of() : groups);
    }

    private static Problem untrusted(Provider provider, String why) {
        LOG.warning("an answer of provider " + provider.key() + " (" + provider.issuer() + ") is not trusted: " + why);
        return Problem.of(Problem.Kind.DENIED, "provider.untrusted");
    }
}
