package dev.pledgedesk.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the tenant of the request is reached from outside, for links in mails. */
@ApplicationScoped
public class PublicAddress {

    @Inject
    Tenants tenants;

    /** With {@code {host}} and {@code {port}} to be filled in, because behind a proxy neither scheme nor port are the server's own. */
    @Inject
    @ConfigProperty(name = "pledgedesk.public-address", defaultValue = "http://{host}:{port}")
    String pattern;

    @Inject
    @ConfigProperty(name = "pledgedesk.http.port", defaultValue = "8080")
    int port;

    /** The address of a path that starts with a slash. */
    public String of(String path) {
        return of(tenants.config().tenant().hosts().get(0), path);
    }

    /** The same on one of the tenant's hosts, where somebody is already. */
    public String of(String host, String path) {
        return pattern.replace("{host}", host).replace("{port}", String.valueOf(port)) + path;
    }
}
