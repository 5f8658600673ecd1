package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.ExtensionConfiguration;
import dev.pledgedesk.client.model.ExtensionFailure;
import dev.pledgedesk.client.model.ExtensionUse;
import dev.pledgedesk.client.model.NewExtensionConfiguration;
import dev.pledgedesk.client.model.PluginUse;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.systemtests.desk.Drafts;
import dev.pledgedesk.systemtests.desk.Folder;
import dev.pledgedesk.systemtests.desk.Receiver;
import dev.pledgedesk.systemtests.desk.Refusal;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A vendor's own service in a plugin's place, over HTTP: asked with proof of who asks, and its failures hold nobody up. */
class RemoteIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECRET = "whsec_" + "QUJD".repeat(8);

    @Test
    void aServiceSaysWhatTicketsAreAboutAndIsToldWhatHappens() throws ApiException, IOException {
        String key = "remote-" + UUID.randomUUID().toString().substring(24);
        Folder.of("art-platform").as(key, key + ".localhost").apply();
        Vendor vendor = Vendor.at(key, key + ".localhost");
        Path secrets = Files.createDirectories(Server.common().home().resolve("keys").resolve("secrets").resolve(key));
        Files.writeString(secrets.resolve("service"), SECRET);
        Visitor admin = vendor.newStaff("tenant-administrator").visitor();
        ExtensionConfiguration before = admin.extensions().getExtensionConfiguration();
        String version = "\"" + before.getVersion() + "\"";
        try (Receiver service = new Receiver()) {
            service.answer("/hook/ping", 500, "");
            Refusal untested = Refusal.of(() -> admin.extensions().putExtensionConfiguration(uses(service, before), version));
            assertThat(untested.status()).as("it has to prove itself before it is used").isEqualTo(422);
            assertThat(untested.pointers()).contains("/plugins/0/extensions/0");
            service.answer("/hook/ping", 204, "");
            service.answer("/hook/classify", 200, "{\"category\": \"copyright\", \"priority\": \"high\", \"tags\": [\"asked\"], \"reason\": {\"en\": \"Says the service\", \"zhCn\": \"服务判断\"}}");
            service.answer("/hook/happened", 204, "");
            admin.extensions().putExtensionConfiguration(uses(service, before), version);

            Ticket ticket = vendor.newStaff("agent").visitor().tickets().getTicket(Drafts.filed(vendor, "A copy of my picture").getId());
            assertThat(ticket.getCategory()).isEqualTo("copyright");
            assertThat(ticket.getPriority().getValue()).isEqualTo("high");
            assertThat(ticket.getTags()).containsExactly("asked");
            assertThat(service.messages()).filteredOn(m -> m.body().contains("A copy of my picture")).singleElement().satisfies(m -> assertThat(m.isSignedWith(SECRET)).isTrue());
            await().atMost(SOON).until(() -> service.messages().stream().anyMatch(m -> m.body().contains("\"type\":\"ticket.created\"") && m.isSignedWith(SECRET)));
            assertThat(service.messages()).as("it knows no ids of the desk's").noneMatch(m -> m.body().contains(ticket.getId().toString()));

            service.answer("/hook/classify", 500, "");
            Ticket without = Drafts.filed(vendor, "Filed all the same");
            assertThat(without.getNumber()).isNotNull();
            await().atMost(SOON).until(() -> !admin.extensions().listExtensionFailures(10, null).getItems().isEmpty());
            assertThat(admin.extensions().listExtensionFailures(10, null).getItems()).extracting(ExtensionFailure::getExtension).contains("remote/classifier");
        }
    }

    private static NewExtensionConfiguration uses(Receiver service, ExtensionConfiguration before) {
        Map<String, Object> settings = Map.of("address", service.address(), "secret", "service");
        List<PluginUse> all = new ArrayList<>(List.of(new PluginUse().plugin("remote").extensions(List.of(new ExtensionUse().use("classifier").settings(settings), new ExtensionUse().use("events").settings(settings)))));
        all.addAll(before.getPlugins());
        return new NewExtensionConfiguration().plugins(all);
    }
}
