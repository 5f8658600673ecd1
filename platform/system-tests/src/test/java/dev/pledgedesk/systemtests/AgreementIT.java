package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.AgreementSignature;
import dev.pledgedesk.client.model.JournalEntry;
import dev.pledgedesk.client.model.NewAgreementSignature;
import dev.pledgedesk.client.model.OwnAgreement;
import dev.pledgedesk.client.model.ProcessedData;
import dev.pledgedesk.client.model.ProcessingActivity;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Staff see nothing before they have signed what their vendor asks for, and the vendor can say what it keeps of whom. */
class AgreementIT {

    private final String key = "discreet-" + UUID.randomUUID().toString().substring(0, 8);
    private final Folder folder = Folder.of("art-platform").as(key, key + ".localhost");
    private final Vendor vendor = Vendor.at(key, key + ".localhost");

    static String agreement(String version) {
        return "agreement:\n  version: '" + version + "'\n  title: {zh-CN: 保密协议, en: Agreement}\n  text: {zh-CN: 我会保密。, en: I keep it to myself.}\n";
    }

    private static OwnAgreement sign(Visitor visitor) throws ApiException {
        OwnAgreement read = visitor.agreements().getOwnAgreement();
        return sign(visitor, read.getVersion(), read.getDigest());
    }

    private static OwnAgreement sign(Visitor visitor, String version, String digest) throws ApiException {
        return visitor.agreements().signOwnAgreement(new NewAgreementSignature().version(version).digest(digest), Vendor.newKey());
    }

    private static AgreementSignature of(Visitor officer, Vendor.Account account) throws ApiException {
        return officer.agreements().listAgreementSignatures(100, null).getItems().stream().filter(s -> s.getStaffId().equals(account.id())).findFirst().orElseThrow();
    }

    @Test
    void nothingIsSeenBeforeTheAgreementIsSignedAndAgainWithEachVersion() throws Exception {
        folder.apply();
        Vendor.Account agent = vendor.newStaff("agent");
        Vendor.Account officer = vendor.newStaff("privacy-officer");
        folder.with("privacy.yaml", agreement("2026-1")).apply();

        Visitor limited = vendor.signIn(agent.login(), agent.password());
        assertThat(limited.identity().getMe().getAgreementMissing()).isTrue();
        assertThat(limited.identity().getMe().getPermissions()).isEmpty();
        Refusal refused = Refusal.of(() -> TicketQuery.ALL.ids(limited));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("agreement-missing");
        assertThat(limited.agreements().getOwnAgreement()).satisfies(own -> {
            assertThat(own.getVersion()).isEqualTo("2026-1");
            assertThat(own.getText()).isEqualTo("I keep it to myself.");
            assertThat(own.getSignedAt()).isNull();
        });
        assertThat(limited.in("zh-CN").agreements().getOwnAgreement().getText()).isEqualTo("我会保密。");
        String digest = limited.agreements().getOwnAgreement().getDigest();
        assertThat(digest).as("of title, blank line and text").isEqualTo(sha256("Agreement\n\nI keep it to myself."));
        Refusal other = Refusal.of(() -> sign(limited, "2025-9", digest));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.pointers()).containsExactly("/version");
        String wrong = sha256("another text");
        assertThat(Refusal.of(() -> sign(limited, "2026-1", wrong)).pointers()).containsExactly("/digest");
        assertThat(Refusal.of(() -> sign(limited, "2026-1", "no digest")).status()).isEqualTo(400);
        assertThat(sign(limited.in("zh-CN"), "2026-1", digest).getSignedAt()).as("what was read in English is signed in English").isNotNull();
        assertThat(TicketQuery.ALL.ids(limited)).as("at once").isEmpty();
        assertThat(limited.identity().getMe().getAgreementMissing()).isNull();

        Visitor reader = vendor.signIn(officer.login(), officer.password());
        sign(reader);
        assertThat(of(reader, agent).getCurrent()).isTrue();
        assertThat(of(reader, agent).getLanguage()).isEqualTo("en");

        folder.with("privacy.yaml", agreement("2026-2")).apply();
        Visitor again = vendor.signIn(agent.login(), agent.password());
        assertThat(again.identity().getMe().getAgreementMissing()).as("a new version").isTrue();
        Visitor officerAgain = vendor.signIn(officer.login(), officer.password());
        sign(officerAgain);
        assertThat(of(officerAgain, agent).getVersion()).isEqualTo("2026-1");
        assertThat(of(officerAgain, agent).getCurrent()).isFalse();
        List<Callable<OwnAgreement>> twice = Collections.nCopies(4, () -> sign(again));
        ExecutorService hands = Executors.newFixedThreadPool(twice.size());
        try {
            for (Future<OwnAgreement> one : hands.invokeAll(twice)) {
                assertThat(one.get().getSignedAt()).as("clicked more than once").isNotNull();
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(of(officerAgain, agent).getCurrent()).isTrue();
        assertThat(officerAgain.journal().listJournal(agent.id(), 100, null).getItems()).extracting(JournalEntry::getAction)
                .filteredOn("agreement.signed"::equals).as("once a version").hasSize(2);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nobodyElseHasAnAgreementToSignAndOthersSeeNoneOfIt() throws ApiException {
        folder.with("privacy.yaml", agreement("1")).apply();
        Vendor.Account agent = vendor.newStaff("agent");
        assertThat(Refusal.of(() -> Vendor.art().staff("agent").visitor().agreements().getOwnAgreement()).status()).as("a vendor without").isEqualTo(404);
        assertThat(Refusal.of(() -> vendor.guest().agreements().getOwnAgreement()).status()).isEqualTo(401);
        assertThat(Refusal.of(() -> agent.visitor().agreements().listAgreementSignatures(10, null)).status()).isEqualTo(403);
        Visitor foreign = Vendor.art().staff("privacy-officer").visitor();
        assertThat(foreign.agreements().listAgreementSignatures(100, null).getItems()).extracting(AgreementSignature::getStaffId).isNotEmpty().doesNotContain(agent.id());
    }

    @Test
    void aTextThatSomebodyCouldNotReadIsRefused() throws ApiException {
        folder.apply();
        Refusal refused = Refusal.of(() -> folder.with("privacy.yaml", agreement("1").replace("zh-CN: 我会保密。, ", "")).apply());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.detail() + refused).contains("privacy.yaml").contains("zh-CN");
    }

    @Test
    void theRecordOfProcessingNamesDataPurposesAndReaders() throws ApiException {
        Visitor officer = Vendor.appliance().staff("privacy-officer").visitor();
        List<ProcessingActivity> activities = officer.privacy().getProcessingRecord().getActivities();
        assertThat(activities).extracting(ProcessingActivity::getPurpose).containsExactly("service", "contact", "identification", "security", "work", "evidence");
        assertThat(activities.get(1).getData()).filteredOn(d -> d.getTable().equals("customer") && d.getColumn().equals("email")).singleElement().satisfies(d -> {
            assertThat(d.getDataClass()).isEqualTo(ProcessedData.DataClassEnum.PERSONAL);
            assertThat(d.getSeenBy()).containsExactly("customer.read");
            assertThat(d.getSeenByPerson()).isTrue();
            assertThat(d.getRetention()).isEqualTo("with-customer");
        });
        assertThat(activities.get(0).getData()).extracting(ProcessedData::getCustomField).as("the vendor's own fields").contains("serialNumber");
        assertThat(activities.get(0).getData()).filteredOn(d -> "needs".equals(d.getCustomField())).extracting(ProcessedData::getDataClass)
                .containsOnly(ProcessedData.DataClassEnum.SENSITIVE);
        List<ProcessedData> arts = Vendor.art().staff("privacy-officer").visitor().privacy().getProcessingRecord().getActivities().get(0).getData();
        assertThat(arts).extracting(ProcessedData::getCustomField).contains("artworkTitle").doesNotContain("serialNumber");
        assertThat(officer.in("zh-CN").privacy().getProcessingRecord().getActivities().get(1).getName()).isEqualTo("联系");
        assertThat(Refusal.of(() -> Vendor.art().staff("agent").visitor().privacy().getProcessingRecord()).status()).isEqualTo(403);
    }
}
