package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.NewAgreementSignature;
import dev.pledgedesk.client.model.NewCertificate;
import dev.pledgedesk.client.model.NewStaffMember;
import dev.pledgedesk.client.model.OwnAgreement;
import dev.pledgedesk.client.model.StaffMember;
import dev.pledgedesk.client.model.TokenRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One tenant of a server: its host and the people who come to it. Staff are made by the tests; nothing of the demo's data is relied upon. */
public final class Vendor {

    /** Roles that together hold every permission a tenant can give. */
    public static final String[] EVERYTHING = {"agent", "supervisor", "manager", "department-handler", "tenant-administrator", "privacy-officer", "trainer", "quality-inspector"};

    /** Where agents need a pass for what these tests give them. */
    private static final Map<String, List<String>> PASSES = Map.of("art-platform", List.of("agent-duty", "complaint-handling"), "smart-appliance", List.of("agent-duty"));

    private static final int UNPROCESSABLE = 422;
    private static final String PASSWORD = "a horse of another colour";
    private static final Map<String, Vendor> COMMON = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Visitor operator;
    private final String key;
    private final URI portal;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private Visitor trainer;

    /**
     * A member of staff made by a test.
     *
     * @param member   what the server keeps
     * @param password to sign in with
     * @param visitor  signed in
     */
    public record Account(StaffMember member, String password, Visitor visitor) {

        public UUID id() {
            return member.getId();
        }

        public String login() {
            return member.getLogin();
        }
    }

    private Vendor(Visitor operator, String key, URI portal) {
        this.operator = operator;
        this.key = key;
        this.portal = portal;
    }

    /** The demo's art platform on the common server. */
    public static Vendor art() {
        return common("art-platform");
    }

    /** The demo's maker of appliances on the common server. */
    public static Vendor appliance() {
        return common("smart-appliance");
    }

    private static Vendor common(String key) {
        return COMMON.computeIfAbsent(key, k -> of(Server.common(), k));
    }

    /** A tenant of some server, as its ready.json says. */
    public static Vendor of(Server server, String key) {
        for (var tenant : server.ready().path("tenants")) {
            if (tenant.path("id").asText().equals(key)) {
                return new Vendor(server.operator(), key, URI.create(tenant.path("portal").asText()));
            }
        }
        throw new IllegalStateException("ready.json names no tenant " + key);
    }

    /** A tenant that a test has set up on the common server. */
    public static Vendor at(String key, String host) {
        return of(Server.common().operator(), key, host);
    }

    /** A tenant that the operator has set up, reached where he is reached. */
    public static Vendor of(Visitor operator, String key, String host) {
        return new Vendor(operator, key, URI.create("http://" + host + ":" + operator.server().getPort() + "/"));
    }

    public String key() {
        return key;
    }

    /** The address of its pages. */
    public URI portal() {
        return portal;
    }

    /** Somebody without a token. */
    public Visitor guest() {
        return Visitor.at(operator.server(), portal.getAuthority(), null);
    }

    /** A signed-in member of staff with these roles, made once for all tests. */
    public Account staff(String... roles) {
        return accounts.computeIfAbsent(String.join("+", roles), r -> newStaff(roles));
    }

    /** A member of staff of one's own. */
    public Account newStaff(String... roles) {
        return newStaff(new NewStaffMember().roles(List.of(roles)));
    }

    /** As {@link #newStaff(String...)}; login, name and password are filled in if absent. */
    public Account newStaff(NewStaffMember draft) {
        String login = "probe-" + UUID.randomUUID().toString().substring(24) + "." + COUNT.incrementAndGet();
        draft.login(draft.getLogin() == null ? login : draft.getLogin()).name(draft.getName() == null ? "Probe " + COUNT.get() : draft.getName())
                .password(draft.getPassword() == null ? PASSWORD : draft.getPassword());
        try {
            StaffMember member = operator.identity().createTenantStaff(key, draft, newKey());
            certify(member);
            return new Account(member, draft.getPassword(), signed(signIn(draft.getLogin(), draft.getPassword())));
        } catch (ApiException refused) {
            throw new IllegalStateException(refused.getResponseBody(), refused);
        }
    }

    /** Agents of the demo's vendors take no work without their passes. */
    private void certify(StaffMember member) throws ApiException {
        if (member.getRoles().contains("agent")) {
            for (String pass : PASSES.getOrDefault(key, List.of())) {
                try {
                    trainer().qualifications().recordCertificate(new NewCertificate().staffId(member.getId()).qualification(pass).issuer("Tests").document(member.getLogin()), newKey());
                } catch (ApiException unknown) {
                    // The configuration of the moment asks for none.
                    if (unknown.getCode() != UNPROCESSABLE) {
                        throw unknown;
                    }
                }
            }
        }
    }

    /** Not among the accounts: who is made there has to be certified. */
    private synchronized Visitor trainer() {
        if (trainer == null) {
            trainer = newStaff("trainer").visitor();
        }
        return trainer;
    }

    /** As every new member of staff does where the vendor has an agreement. */
    private static Visitor signed(Visitor visitor) throws ApiException {
        if (Boolean.TRUE.equals(visitor.identity().getMe().getAgreementMissing())) {
            OwnAgreement read = visitor.agreements().getOwnAgreement();
            visitor.agreements().signOwnAgreement(new NewAgreementSignature().version(read.getVersion()).digest(read.getDigest()), newKey());
        }
        return visitor;
    }

    /** Signs in a member of staff. */
    public Visitor signIn(String login, String password) throws ApiException {
        return with(new TokenRequest().grantType(TokenRequest.GrantTypeEnum.PASSWORD).name(login).password(password));
    }

    /** Comes back by the link of a mail. */
    public Visitor byLink(String link) throws ApiException {
        return with(new TokenRequest().grantType(TokenRequest.GrantTypeEnum.LINK).link(link));
    }

    /** Gets a token. */
    public Visitor with(TokenRequest request) throws ApiException {
        return guest().with(guest().identity().createToken(request).getAccessToken());
    }

    /** A mail address that nobody has used yet. */
    public static String newAddress() {
        return "probe-" + UUID.randomUUID() + "@example.com";
    }

    /** An idempotency key that was never used. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** What this vendor has sent. */
    public Mails mails() {
        return new Mails(staff("privacy-officer").visitor());
    }
}
