package dev.pledgedesk.identity;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import dev.pledgedesk.identity.control.ExternalSignInTransactions;
import dev.pledgedesk.identity.control.ExternalSignInTransactions.Begun;
import dev.pledgedesk.identity.control.Newcomer;
import dev.pledgedesk.identity.control.ProviderExchange;
import dev.pledgedesk.identity.control.ProviderExchange.Ties;
import dev.pledgedesk.identity.entity.SignInDeparture;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.IdentitySection.Provider;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Signs people in at the tenant's OpenID providers: code flow with PKCE. Who arrives is known by issuer and subject. The end is a session of ours like
 * any other; the provider's tokens are forgotten.
 */
@ApplicationScoped
public class ExternalSignIn {

    /** Path that providers send browsers back to, on the tenant's own host. */
    public static final String CALLBACK = "/sign-in/callback";
    /** How long the provider and the person may take. */
    public static final Duration LIFE = SignInDeparture.LIFE;

    private static final Set<String> BUSY = Set.of("temporarily_unavailable", "server_error");
    private static final int LONGEST_BACK = 1000;

    /**
     * Where to go on.
     *
     * @param browser secret that this browser keeps until it comes back
     */
    public record Departure(URI address, String browser) {
    }

    /**
     * What a sign-in has led to.
     *
     * @param signedIn null if the caller has linked an identity and was signed in before
     * @param back     where the person wanted to go, as it was given
     */
    public record Arrival(SignedIn signedIn, String back) {
    }

    @Inject
    ProviderExchange exchange;

    @Inject
    ExternalSignInTransactions transactions;

    @Inject
    Tenants tenants;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Caller caller;

    /**
     * Begins a sign-in.
     *
     * @param host    which of the tenant's hosts the browser is on
     * @param browser the secret that it has kept of an earlier one, null if none
     */
    public Departure begin(String provider, String back, String host, String browser) {
        return begin(provider(provider).orElseThrow(Problem::notFound), null, back, host, browser);
    }

    /** As {@link #begin}; who arrives becomes one more identity of the caller, whose kind the provider must answer for. */
    public Departure beginLink(String provider, String back, String host, String browser) {
        Provider chosen = provider(provider).orElseThrow(Problem::notFound);
        if (caller.owes() != null) {
            // Who came by a provider is never asked for a second factor of ours: linking one would be a way around it.
            throw caller.refusal();
        }
        if (!ExternalIdentities.hasAccount(caller) || chosen.isForStaff() != (caller.kind() == CallerKind.STAFF)) {
            throw Problem.denied();
        }
        return begin(chosen, caller.id(), back, host, browser);
    }

    private Departure begin(Provider provider, UUID linkTo, String back, String host, String browser) {
        String state = ProviderExchange.newSecret();
        String secret = browser == null || browser.length() != state.length() ? ProviderExchange.newSecret() : browser;
        URI address = exchange.departure(provider, ProviderExchange.ties(redirect(host), state, secret));
        transactions.begin(state, secret, provider.key(), linkTo, back.length() > LONGEST_BACK ? "/" : back);
        return new Departure(address, secret);
    }

    /**
     * Ends a sign-in with what the browser has brought back. Refuses as invalid what was not begun in this browser or is too old, as denied what the
     * provider has not vouched for or who is not known here, as unavailable if the provider does not answer.
     *
     * @param answer  parameters of the address, as they came
     * @param browser the secret of the browser, null if it brings none
     */
    public Arrival finish(Map<String, List<String>> answer, String host, String browser) {
        boolean once = answer.values().stream().allMatch(v -> v.size() == 1);
        Begun begun = Optional.ofNullable(answer.get("state")).filter(s -> once).flatMap(s -> transactions.take(s.get(0), browser))
                .orElseThrow(() -> Problem.of(Problem.Kind.INVALID, "provider.not-begun"));
        Provider provider = provider(begun.provider()).orElseThrow(() -> Problem.of(Problem.Kind.INVALID, "provider.not-begun"));
        Ties ties = ProviderExchange.ties(redirect(host), answer.get("state").get(0), browser);
        AuthenticationResponse response = parse(answer, ties);
        exchange.requireFrom(provider, response.getIssuer());
        if (!response.indicatesSuccess()) {
            throw refused(response.toErrorResponse().getErrorObject().getCode());
        }
        Newcomer newcomer = exchange.arrival(provider, response.toSuccessResponse().getAuthorizationCode(), ties);
        if (begun.linkTo() == null) {
            return new Arrival(transactions.signIn(provider, newcomer, provider.isForStaff() ? SignIn.STAFF_PAGE_LIFE : SignIn.CUSTOMER_PAGE_LIFE), begun.back());
        }
        if (!begun.linkTo().equals(caller.id()) || !ExternalIdentities.hasAccount(caller)) {
            throw Problem.of(Problem.Kind.INVALID, "provider.not-begun");
        }
        transactions.link(provider, newcomer, caller.id());
        return new Arrival(null, begun.back());
    }

    private static AuthenticationResponse parse(Map<String, List<String>> answer, Ties ties) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(ties.redirect(), answer);
            boolean whole = !response.indicatesSuccess() || response.toSuccessResponse().getAuthorizationCode() != null;
            if (whole) {
                return response;
            }
        } catch (ParseException unreadable) {
            // Told below, like an answer without a code.
        }
        throw Problem.of(Problem.Kind.INVALID, "provider.bad-answer");
    }

    private static Problem refused(String code) {
        if ("access_denied".equals(code)) {
            return Problem.of(Problem.Kind.DENIED, "provider.cancelled");
        }
        return BUSY.contains(code == null ? "" : code) ? Problem.of(Problem.Kind.UNAVAILABLE, "provider.unavailable")
                : Problem.of(Problem.Kind.DENIED, "provider.refused");
    }

    private URI redirect(String host) {
        return URI.create(publicAddress.of(host, CALLBACK));
    }

    private Optional<Provider> provider(String key) {
        return tenants.config().providers().stream().filter(p -> p.key().equals(key)).findFirst();
    }
}
