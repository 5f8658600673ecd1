package dev.pledgedesk.identity.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.outbound.OutboundAnswer;
import dev.pledgedesk.outbound.OutboundFailure;
import dev.pledgedesk.outbound.OutboundGate;
import dev.pledgedesk.outbound.OutboundRequest;
import dev.pledgedesk.tenancy.IdentitySection.Provider;
import dev.pledgedesk.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What providers publish of themselves: their endpoints and their keys. Both are remembered; a key that is not known yet is asked for at once, but not
 * again and again. Nothing is shared between tenants.
 */
@ApplicationScoped
public class ProviderDirectory {

    private static final Logger LOG = Logger.getLogger(ProviderDirectory.class.getName());
    private static final Duration FRESHNESS = Duration.ofHours(1);
    private static final int MOST_BYTES = 512 * 1024;
    private static final long KEYS_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long REFRESH_MILLIS = Duration.ofSeconds(12).toMillis();
    private static final long BETWEEN_REFRESHES_MILLIS = Duration.ofSeconds(5).toMillis();

    private record Key(TenantId tenant, String address) {
    }

    private final Cache<Key, OIDCProviderMetadata> metadata = Caffeine.newBuilder().expireAfterWrite(FRESHNESS).maximumSize(1_000).build();
    private final Cache<Key, JWKSource<SecurityContext>> keys = Caffeine.newBuilder().expireAfterAccess(FRESHNESS).maximumSize(1_000).build();

    @Inject
    OutboundGate gate;

    @Inject
    TenantContext context;

    /** The provider's description of itself. Refuses as unavailable if it cannot be had or does not fit. */
    public OIDCProviderMetadata metadata(Provider provider) {
        Key key = new Key(context.tenantId(), provider.issuer());
        OIDCProviderMetadata known = metadata.getIfPresent(key);
        if (known == null) {
            known = discover(provider);
            metadata.put(key, known);
        }
        return known;
    }

    /** The keys by which the provider's tokens are verified, fetched when they are needed. */
    public JWKSource<SecurityContext> keys(OIDCProviderMetadata provider) {
        URI address = provider.getJWKSetURI();
        return keys.get(new Key(context.tenantId(), address.toString()), key -> {
            try {
                // Its threads for refreshing ahead are left off: the server's pools are the only ones.
                return JWKSourceBuilder.create(address.toURL(), this::retrieve).cache(KEYS_MILLIS, REFRESH_MILLIS).refreshAheadCache(false)
                        .rateLimited(BETWEEN_REFRESHES_MILLIS).build();
            } catch (MalformedURLException checkedBefore) {
                throw new IllegalStateException(checkedBefore);
            }
        });
    }

    private OIDCProviderMetadata discover(Provider provider) {
        String issuer = provider.issuer();
        URI address = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        try {
            OutboundAnswer answer = gate.send(OutboundRequest.get(address, "application/json", MOST_BYTES));
            if (answer.status() != 200) {
                throw unavailable(provider, "its description answers " + answer.status());
            }
            OIDCProviderMetadata found = OIDCProviderMetadata.parse(answer.text());
            // Else anybody who can put a document below one address could speak for another.
            if (!found.getIssuer().getValue().equals(issuer)) {
                throw unavailable(provider, "its description is that of another issuer");
            }
            boolean encrypted = issuer.startsWith("https:");
            boolean usable = Stream.of(found.getAuthorizationEndpointURI(), found.getTokenEndpointURI(), found.getJWKSetURI())
                    .allMatch(u -> u != null && u.getHost() != null && (!encrypted || "https".equals(u.getScheme())));
            if (!usable) {
                throw unavailable(provider, "its description lacks an endpoint, or names one without encryption");
            }
            return found;
        } catch (OutboundFailure failure) {
            throw unavailable(provider, failure.reason() + " " + failure.getMessage());
        } catch (ParseException unreadable) {
            throw unavailable(provider, "its description cannot be read: " + unreadable.getMessage());
        }
    }

    private Resource retrieve(URL address) throws IOException {
        try {
            OutboundAnswer answer = gate.send(OutboundRequest.get(address.toURI(), "application/jwk-set+json, application/json", MOST_BYTES));
            if (answer.status() != 200) {
                throw new IOException("the keys answer " + answer.status());
            }
            return new Resource(answer.text(), answer.contentType());
        } catch (URISyntaxException noAddress) {
            throw new IOException(noAddress);
        }
    }

    /** Why goes to the log; visitors must not learn what this server can reach. */
    static Problem unavailable(Provider provider, String why) {
        LOG.warning("provider " + provider.key() + " (" + provider.issuer() + ") cannot be used: " + why);
        return Problem.of(Problem.Kind.UNAVAILABLE, "provider.unavailable");
    }
}
