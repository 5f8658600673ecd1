package dev.pledgedesk.launcher;

import dev.pledgedesk.client.ApiClient;
import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.api.AgreementsApi;
import dev.pledgedesk.client.api.IdentityApi;
import dev.pledgedesk.client.api.NotificationApi;
import dev.pledgedesk.client.api.ConfigurationApi;
import dev.pledgedesk.client.api.TicketsApi;
import dev.pledgedesk.client.connect.Connection;
import dev.pledgedesk.client.model.NewAgreementSignature;
import dev.pledgedesk.client.model.NewStaffMember;
import dev.pledgedesk.client.model.OutgoingMail;
import dev.pledgedesk.client.model.OwnAgreement;
import dev.pledgedesk.client.model.SignInCodeRequest;
import dev.pledgedesk.client.model.StaffMember;
import dev.pledgedesk.client.model.TokenRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The people of one demo tenant at its desk: each signs in once, staff by password, customers by the code from their mail. */
final class DemoPeople {

    private static final int CONFLICT = 409;
    private static final int MOST = 100;
    /** How often it is looked whether a mail has come, and how long it is waited between. */
    private static final int PATIENCE = 300;
    private static final long PAUSE_MILLIS = 100;
    /** Not the last six digits of a ticket number. */
    private static final Pattern CODE = Pattern.compile("(?<![\\w-])\\d{6}(?![\\w-])");

    /** One call on the interface. */
    interface Call<T> {

        /** Does it. */
        T make() throws ApiException;
    }

    private final Connection desk;
    private final DemoData data;
    private final TicketsApi guest;
    private final ConfigurationApi catalogue;
    private final Map<String, ApiClient> signedIn = new HashMap<>();
    private Map<String, UUID> ids;

    /**
     * Opens the door; nobody is signed in yet.
     *
     * @param desk the tenant's host, without a token
     * @param data who there is
     */
    DemoPeople(Connection desk, DemoData data) {
        this.desk = desk;
        this.data = data;
        ApiClient nobody = desk.open();
        this.guest = new TicketsApi(nobody);
        this.catalogue = new ConfigurationApi(nobody);
    }

    /** Makes a call; a refusal becomes one line that says where in the files it comes from. */
    static <T> T call(String place, Call<T> call) {
        try {
            return call.make();
        } catch (ApiException e) {
            throw DemoData.failure(place, Operator.reason(e), e);
        }
    }

    /** A new idempotency key. */
    static String key() {
        return UUID.randomUUID().toString();
    }

    /** Adds the accounts as an operator does; those that are there already stay as they are. */
    void hire(IdentityApi operator) {
        for (DemoData.Account account : data.accounts()) {
            call(data.place(account), () -> {
                try {
                    return operator.createTenantStaff(data.tenant(), new NewStaffMember().login(account.login()).name(account.name()).email(account.email())
                        .password(account.password()).locale(account.locale()).department(account.department()).roles(account.roles())
                        .teams(account.teams()), key());
                } catch (ApiException e) {
                    if (e.getCode() == CONFLICT) {
                        return null;
                    }
                    throw e;
                }
            });
        }
    }

    /** What can be filed, as somebody sees it who is not signed in. */
    ConfigurationApi catalogue() {
        return catalogue;
    }

    /** Tickets as somebody who is not signed in. */
    TicketsApi guest() {
        return guest;
    }

    /** Tickets as a member of staff. */
    TicketsApi staff(String login) {
        return new TicketsApi(member(login));
    }

    /** Tickets as a customer who has filed something before. */
    TicketsApi customer(String email) {
        return new TicketsApi(once(email, this::signInByCode));
    }

    /** The id of a member of staff. */
    UUID id(String login) {
        if (ids == null) {
            ids = new HashMap<>();
            var identity = new IdentityApi(member(data.loginOf("agent")));
            for (StaffMember member : call(data.tenant() + ": staff", () -> identity.listStaff(MOST, null)).getItems()) {
                ids.put(member.getLogin(), member.getId());
            }
        }
        return ids.get(login);
    }

    /** The desk as a member of staff sees it. */
    ApiClient member(String login) {
        return once(login, this::signInByPassword);
    }

    /** Not computeIfAbsent: signing in a customer signs in who reads the outbox. */
    private ApiClient once(String name, Function<String, ApiClient> signIn) {
        ApiClient known = signedIn.get(name);
        if (known == null) {
            known = signIn.apply(name);
            signedIn.put(name, known);
        }
        return known;
    }

    private ApiClient signInByPassword(String login) {
        DemoData.Account account = data.accounts().stream().filter(a -> a.login().equals(login)).findFirst().orElseThrow();
        String place = data.place(account) + ", sign-in";
        ApiClient member = signIn(place, new TokenRequest().grantType(TokenRequest.GrantTypeEnum.PASSWORD).name(login).password(account.password()));
        if (Boolean.TRUE.equals(call(place, () -> new IdentityApi(member).getMe()).getAgreementMissing())) {
            var agreements = new AgreementsApi(member);
            OwnAgreement read = call(place, agreements::getOwnAgreement);
            call(place, () -> agreements.signOwnAgreement(new NewAgreementSignature().version(read.getVersion()).digest(read.getDigest()), key()));
        }
        return member;
    }

    private ApiClient signInByCode(String email) {
        String place = data.tenant() + ": sign-in of customer " + email;
        var identity = new IdentityApi(desk.open());
        // The demo sends no mail; whoever looks after privacy may read what would have gone out.
        var outbox = new NotificationApi(member(data.loginOf("privacy-officer")));
        List<String> before = codes(place, outbox, email);
        call(place, () -> {
            identity.createSignInCode(new SignInCodeRequest().email(email));
            return null;
        });
        // Codes are made in the background.
        List<String> after = codes(place, outbox, email);
        for (int i = 0; i < PATIENCE && after.size() == before.size(); i++) {
            pause();
            after = codes(place, outbox, email);
        }
        if (after.size() == before.size()) {
            throw DemoData.failure(place, "no mail with a code is in the outbox", null);
        }
        String code = after.get(0);
        return signIn(place, new TokenRequest().grantType(TokenRequest.GrantTypeEnum.CODE).email(email).code(code));
    }

    /** Codes that were mailed to a customer, the newest first. */
    private static List<String> codes(String place, NotificationApi outbox, String email) {
        return find(call(place, () -> outbox.listOutgoingMails(MOST, null)).getItems().stream().filter(mail -> email.equalsIgnoreCase(mail.getTo())), CODE);
    }

    private static List<String> find(Stream<OutgoingMail> mails, Pattern what) {
        return mails.map(mail -> what.matcher(mail.getSubject() + "\n" + mail.getBody())).filter(Matcher::find).map(Matcher::group).toList();
    }

    /** What stands in the last mails to anybody, the newest first. */
    List<String> mailed(String place, Pattern what) {
        var outbox = new NotificationApi(member(data.loginOf("privacy-officer")));
        return find(call(place, () -> outbox.listOutgoingMails(MOST, null)).getItems().stream(), what);
    }

    /** The desk as somebody sees it who is not signed in. */
    ApiClient nobody() {
        return desk.open();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private ApiClient signIn(String place, TokenRequest request) {
        var identity = new IdentityApi(desk.open());
        String token = call(place, () -> identity.createToken(request)).getAccessToken();
        return desk.withToken(() -> token).open();
    }
}
