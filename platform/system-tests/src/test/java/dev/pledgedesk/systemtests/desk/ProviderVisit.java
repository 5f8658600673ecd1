package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Me;
import java.net.URI;

/** Somebody in a browser of his own who signs in to a vendor at its providers, step by step or at once. */
public final class ProviderVisit {

    private static final String SESSION = "desk-session";

    private final Vendor vendor;
    private final Window window = new Window();

    public ProviderVisit(Vendor vendor) {
        this.vendor = vendor;
    }

    public Window window() {
        return window;
    }

    /** The address that begins a sign-in. */
    public URI begin(String provider) {
        return vendor.portal().resolve("sign-in/with/" + provider);
    }

    /** Goes to the provider and comes back to the door, which is not entered yet. */
    public URI callback(URI begin) {
        return window.open(window.open(begin).location()).location();
    }

    /** As {@link #callback(URI)}, by a provider's key. */
    public URI callback(String provider) {
        return callback(begin(provider));
    }

    /** Goes all the way; what the door has answered. */
    public Window.View signIn(String provider) {
        return window.open(callback(provider));
    }

    /** Whether the browser was given a session. */
    public boolean isSignedIn() {
        return !window.cookie(vendor.portal().getHost(), SESSION).isEmpty();
    }

    /** Who the browser's session says is signed in. */
    public Me me() throws ApiException {
        return vendor.guest().with(window.cookie(vendor.portal().getHost(), SESSION)).identity().getMe();
    }
}
