package dev.pledgedesk.client.connect;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.api.IdentityApi;
import dev.pledgedesk.client.model.Token;
import dev.pledgedesk.client.model.TokenRequest;
import java.util.UUID;
import java.util.function.Supplier;

/** The token of an API client, fetched when it is first needed and again a little before it ends. */
final class ClientToken implements Supplier<String> {

    private static final int SHARE_USED = 10;
    private static final long NANOS = 1_000_000_000L;

    private final IdentityApi desk;
    private final TokenRequest request;
    private final PatientHttpClient.Time time;
    private String token;
    private long endsAt;

    ClientToken(Connection without, UUID clientId, String secret, PatientHttpClient.Time time) {
        this.desk = new IdentityApi(without.open());
        this.request = new TokenRequest().grantType(TokenRequest.GrantTypeEnum.CLIENT).clientId(clientId).clientSecret(secret);
        this.time = time;
    }

    /** The desk does not take it any more: the next request asks for another one. */
    synchronized void forget() {
        token = null;
    }

    @Override
    public synchronized String get() {
        if (token == null || time.nanos() - endsAt >= 0) {
            try {
                Token fresh = desk.createToken(request);
                token = fresh.getAccessToken();
                endsAt = time.nanos() + fresh.getExpiresIn() * NANOS / SHARE_USED * (SHARE_USED - 1);
            } catch (ApiException refused) {
                throw new IllegalStateException("the desk gives no token: " + refused.getCode() + " " + refused.getResponseBody(), refused);
            }
        }
        return token;
    }
}
