package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.ApiException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;

/**
 * OpenID providers on loopback, and two vendors of the common server whose people may sign in there.
 *
 * @param peer      of the company's staff and the shop's customers
 * @param other     of partners' staff and the club's customers
 * @param foreign   software of another maker, which speaks the protocol as that maker has read it
 * @param vendor    has them all, and some that cannot be used
 * @param neighbour has the peer for its staff, who must be linked first
 */
public record Providers(OpenIdPeer peer, OpenIdPeer other, MockOAuth2Server foreign, Vendor vendor, Vendor neighbour) implements AutoCloseable {

    /** Starts the providers and sets up the vendors. */
    public static Providers open() throws IOException, ApiException {
        OpenIdPeer peer = OpenIdPeer.start();
        OpenIdPeer other = OpenIdPeer.start();
        MockOAuth2Server foreign = new MockOAuth2Server();
        foreign.start(InetAddress.getByName("127.0.0.1"), 0);
        Vendor vendor = vendor(peer, other, """
                providers:
                  - {key: company, name: {en: Company, zh-CN: 公司账号}, issuer: %1$s, clientId: desk, secretRef: peer, people: staff, link: create,
                     groupRoles: [{group: desk-agents, roles: [agent]}]}
                  - {key: partner, name: {en: Partner, zh-CN: 合作伙伴账号}, issuer: %2$s, clientId: desk, secretRef: other, people: staff}
                  - {key: shop, name: {en: Shop, zh-CN: 商城账号}, issuer: %1$s, clientId: desk, secretRef: peer, people: customers, link: create}
                  - {key: club, name: {en: Club, zh-CN: 会员账号}, issuer: %2$s, clientId: desk, secretRef: other, people: customers, trustVerifiedEmail: true}
                  - {key: foreign, name: {en: Foreign, zh-CN: 其他账号}, issuer: '%4$s', clientId: desk, secretRef: other, people: customers, link: create}
                  - {key: gone, name: {en: Gone}, issuer: 'http://127.0.0.1:%3$d', clientId: desk, people: staff}
                  - {key: inside, name: {en: Inside}, issuer: 'https://169.254.169.254', clientId: desk, people: staff}
                  - {key: alias, name: {en: Alias}, issuer: '%1$s/', clientId: desk, people: staff}
                  - {key: unset, name: {en: Unset}, issuer: 'https://login.example', clientId: desk, secretRef: nowhere, people: staff}
                """.formatted(peer.issuer(), other.issuer(), Server.freePort(), foreign.issuerUrl("desk")));
        Vendor neighbour = vendor(peer, other, """
                providers:
                  - {key: company, name: {en: Company}, issuer: %1$s, clientId: desk, secretRef: peer, people: staff}
                """.formatted(peer.issuer()));
        return new Providers(peer, other, foreign, vendor, neighbour);
    }

    private static Vendor vendor(OpenIdPeer peer, OpenIdPeer other, String file) throws IOException, ApiException {
        String key = "oidc-" + UUID.randomUUID().toString().substring(0, 8);
        Folder.of("art-platform").as(key, key + ".localhost").with("identity.yaml", file).apply();
        Path secrets = Files.createDirectories(Server.common().home().resolve("keys/secrets").resolve(key));
        Files.writeString(secrets.resolve("peer"), peer.secret() + "\n");
        Files.writeString(secrets.resolve("other"), other.secret());
        Vendor made = Vendor.at(key, key + ".localhost");
        List.of(peer, other).forEach(each -> each.register(made.portal() + "sign-in/callback"));
        return made;
    }

    @Override
    public void close() {
        peer.close();
        other.close();
        foreign.shutdown();
    }
}
