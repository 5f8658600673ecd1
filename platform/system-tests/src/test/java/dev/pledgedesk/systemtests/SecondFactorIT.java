package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.ConfigurationFile;
import dev.pledgedesk.client.model.ConfigurationFiles;
import dev.pledgedesk.client.model.JournalEntry;
import dev.pledgedesk.client.model.OneTimeCode;
import dev.pledgedesk.client.model.SecondFactor;
import dev.pledgedesk.client.model.SecondFactor.StateEnum;
import dev.pledgedesk.client.model.SecondFactorRemoval;
import dev.pledgedesk.client.model.SecondFactorStart;
import dev.pledgedesk.client.model.TokenRequest;
import dev.pledgedesk.client.model.TokenRequest.GrantTypeEnum;
import dev.pledgedesk.systemtests.desk.Authenticator;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A second factor beside the password: switched on, asked for, lost, required, and told of to nobody who does not know the password. */
class SecondFactorIT {

    private final Vendor art = Vendor.art();
    private final Vendor.Account account = art.newStaff("agent");
    private final Visitor me = account.visitor();

    private Authenticator app;
    private List<String> recoveryCodes;

    private void switchOn() throws ApiException {
        SecondFactorStart start = me.access().startSecondFactor();
        app = Authenticator.with(start.getSecret());
        recoveryCodes = me.access().confirmSecondFactor(otp(app.code())).getRecoveryCodes();
    }

    private static OneTimeCode otp(String code) {
        return new OneTimeCode().otp(code);
    }

    private Visitor signIn(String otp) throws ApiException {
        return art.with(new TokenRequest().grantType(GrantTypeEnum.PASSWORD).name(account.login()).password(account.password()).otp(otp));
    }

    @Test
    void onceItIsOnThePasswordAloneIsNotEnough() throws ApiException {
        assertThat(me.access().getSecondFactor().getState()).isEqualTo(StateEnum.OFF);
        SecondFactorStart start = me.access().startSecondFactor();
        assertThat(start.getAddress()).startsWith("otpauth://totp/").contains(account.login(), "secret=" + start.getSecret());
        assertThat(me.access().getSecondFactor().getState()).isEqualTo(StateEnum.STARTED);
        signIn(null).identity().getMe();

        app = Authenticator.with(start.getSecret());
        assertThat(Refusal.of(() -> me.access().confirmSecondFactor(otp(app.wrongCode()))).pointers()).containsExactly("/otp");
        recoveryCodes = me.access().confirmSecondFactor(otp(app.code())).getRecoveryCodes();
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates().allMatch(c -> c.matches("([a-z1-9]{4}-){3}[a-z1-9]{4}"));
        SecondFactor on = me.access().getSecondFactor();
        assertThat(on.getState()).isEqualTo(StateEnum.ACTIVE);
        assertThat(on.getRecoveryCodesLeft()).isEqualTo(10);

        Refusal missing = Refusal.of(() -> signIn(null));
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.code()).isEqualTo("second-factor-required");
        assertThat(signIn(app.code()).identity().getMe().getId()).isEqualTo(account.id().toString());
        assertThat(Refusal.of(() -> signIn(app.again())).code()).as("each code is good once").isEqualTo("unauthenticated");
        assertThat(Refusal.of(() -> signIn(app.wrongCode())).code()).isEqualTo("unauthenticated");
        assertThat(Refusal.of(me.access()::startSecondFactor).status()).as("it is on already").isEqualTo(409);
    }

    @Test
    void whoDoesNotKnowThePasswordDoesNotLearnThatThereIsOne() throws ApiException {
        switchOn();
        Map<String, Object> wrong = Map.of("grantType", "password", "name", account.login(), "password", "wrong wrong wrong");
        String refused = art.guest().send("POST", "/api/v1/tokens", wrong).shape();
        assertThat(refused).startsWith("401").doesNotContain("second-factor");
        assertThat(art.guest().send("POST", "/api/v1/tokens", Map.of("grantType", "password", "name", "nobody-here", "password", "wrong wrong wrong")).shape())
                .isEqualTo(refused);
        Map<String, Object> wrongCode = Map.of("grantType", "password", "name", account.login(), "password", account.password(), "otp", app.wrongCode());
        assertThat(art.guest().send("POST", "/api/v1/tokens", wrongCode).shape()).as("nor whether the password was right").isEqualTo(refused);
    }

    @Test
    void aRecoveryCodeStandsInOnce() throws ApiException {
        switchOn();
        signIn(recoveryCodes.get(3)).identity().getMe();
        assertThat(Refusal.of(() -> signIn(recoveryCodes.get(3))).status()).isEqualTo(401);
        signIn(recoveryCodes.get(4).toUpperCase(java.util.Locale.ROOT).replace("-", " ")).identity().getMe();
        assertThat(me.access().getSecondFactor().getRecoveryCodesLeft()).isEqualTo(8);

        List<String> fresh = me.access().renewRecoveryCodes(otp(app.code())).getRecoveryCodes();
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(recoveryCodes);
        assertThat(Refusal.of(() -> signIn(recoveryCodes.get(0))).status()).as("the old ones are void").isEqualTo(401);
        signIn(fresh.get(0)).identity().getMe();
        assertThat(Refusal.of(() -> me.access().renewRecoveryCodes(otp(app.wrongCode()))).pointers()).containsExactly("/otp");
    }

    @Test
    void switchingOffNeedsPasswordAndCode() throws ApiException {
        switchOn();
        assertThat(Refusal.of(() -> me.access().removeSecondFactor(new SecondFactorRemoval().password("wrong wrong wrong").otp(app.again()))).pointers())
                .containsExactly("/password");
        assertThat(Refusal.of(() -> me.access().removeSecondFactor(new SecondFactorRemoval().password(account.password()).otp(app.wrongCode()))).pointers())
                .containsExactly("/otp");
        me.access().removeSecondFactor(new SecondFactorRemoval().password(account.password()).otp(app.code()));
        signIn(null).identity().getMe();
        assertThat(Refusal.of(() -> me.access().removeSecondFactor(new SecondFactorRemoval().password(account.password()).otp("123456"))).status()).isEqualTo(409);
        assertThat(actions(account.id())).contains("second-factor.on", "second-factor.off");
    }

    @Test
    void anAdministratorHelpsWhoHasLostHisPhone() throws ApiException {
        switchOn();
        Visitor admin = art.staff("tenant-administrator").visitor();
        assertThat(admin.access().getStaffSecondFactor(account.id()).getState()).isEqualTo(StateEnum.ACTIVE);
        admin.access().resetSecondFactor(account.id());
        assertThat(Refusal.of(() -> me.identity().getMe()).status()).as("all sign-ins have ended").isEqualTo(401);
        signIn(null).identity().getMe();
        assertThat(Refusal.of(() -> admin.access().resetSecondFactor(account.id())).status()).as("it is off").isEqualTo(404);
        assertThat(Refusal.of(() -> art.staff("agent").visitor().access().resetSecondFactor(account.id())).status()).isEqualTo(403);
        assertThat(actions(account.id())).contains("second-factor.reset");
    }

    @Test
    void aSecondFactorStandsFiveGuesses() throws ApiException {
        switchOn();
        String wrong = app.wrongCode();
        for (int i = 0; i < 5; i++) {
            assertThat(Refusal.of(() -> signIn(wrong)).status()).isEqualTo(401);
        }
        assertThat(Refusal.of(() -> signIn(app.code())).status()).isEqualTo(429);
    }

    @Test
    void otherKindsOfCallersHaveNone() {
        assertThat(Refusal.of(() -> Server.common().operator().access().getSecondFactor()).status()).isEqualTo(404);
        assertThat(Refusal.of(() -> Server.common().operator().access().listSessions()).status()).isEqualTo(404);
    }

    private List<String> actions(UUID subject) throws ApiException {
        return art.staff("privacy-officer").visitor().journal().listJournal(subject, 100, null).getItems().stream().map(JournalEntry::getAction).toList();
    }

    @Test
    void whereARoleRequiresItNothingElseCanBeDoneBefore() throws Exception {
        Vendor strict = strictVendor();
        Vendor.Account agent = strict.newStaff("agent");
        Visitor limited = agent.visitor();
        assertThat(limited.identity().getMe().getSecondFactorMissing()).isTrue();
        assertThat(limited.identity().getMe().getPermissions()).isEmpty();
        Refusal refused = Refusal.of(() -> TicketQuery.ALL.ids(limited));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("second-factor-missing");
        assertThat(limited.access().getSecondFactor().getRequired()).isTrue();

        Authenticator hers = Authenticator.with(limited.access().startSecondFactor().getSecret());
        limited.access().confirmSecondFactor(otp(hers.code()));
        assertThat(TicketQuery.ALL.ids(limited)).as("at once").isEmpty();
        assertThat(limited.identity().getMe().getSecondFactorMissing()).isNull();
        assertThat(Refusal.of(() -> limited.access().removeSecondFactor(new SecondFactorRemoval().password(agent.password()).otp(hers.code()))).status()).isEqualTo(409);
        assertThat(strict.newStaff("supervisor").visitor().identity().getMe().getPermissions()).as("other roles").contains("ticket.read");
    }

    private static Vendor strictVendor() throws IOException, ApiException {
        String key = "strict-" + UUID.randomUUID().toString().substring(0, 8);
        Path folder = Path.of(System.getProperty("pledgedesk.tenant-config"), "art-platform");
        List<ConfigurationFile> files = new ArrayList<>();
        for (String name : List.of("tenant.yaml", "organisation.yaml", "tickets.yaml", "plugins.yaml")) {
            String text = Files.readString(folder.resolve(name)).replace("key: art-platform", "key: " + key).replace("[art.localhost]", "[" + key + ".localhost]")
                    .replace("  - key: agent\n", "  - key: agent\n    secondFactor: required\n");
            files.add(new ConfigurationFile().path(name).content(text));
        }
        Server.common().operator().tenants().applyConfiguration(key, new ConfigurationFiles().files(files), Vendor.newKey());
        return Vendor.at(key, key + ".localhost");
    }
}
