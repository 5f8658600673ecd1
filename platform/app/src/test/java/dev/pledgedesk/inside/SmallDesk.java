package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.tenancy.control.ConfigPlan;
import dev.pledgedesk.tenancy.control.Configurations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tenants with the least configuration that tickets need, each test its own. */
public final class SmallDesk {

    private SmallDesk() {
    }

    /** A new tenant of that key, with more files than are needed. */
    public static TenantId configured(Configurations configurations, TenantDesk tenants, String key, ConfigFile... more) {
        List<ConfigFile> files = new ArrayList<>(List.of(more));
        Stream.of(
                new ConfigFile("tenant.yaml", String.join("\n", "key: " + key, "name: {en: Two}", "numberPrefix: TWO", "locales: [en]", "zone: Asia/Shanghai",
                        "hosts: [" + key + ".localhost]", "branding: {color: '#0b5f6b', monogram: T}", "contact: {phone: '1'}")),
                new ConfigFile("organisation.yaml", String.join("\n", "departments: [{key: desk, name: {en: Desk}}]",
                        "teams: [{key: first, name: {en: First}, department: desk}]", "roles: [{key: agent, name: {en: Agent}, permissions: [ticket.read]}]")),
                new ConfigFile("tickets.yaml", String.join("\n", "workflows:", "- key: plain", "  statuses:",
                        "  - {key: new, name: {en: New}, category: new, next: [open]}", "  - {key: open, name: {en: Open}, category: open, next: [solved]}",
                        "  - {key: solved, name: {en: Solved}, category: solved, next: [open]}", "categories: []",
                        "ticketTypes: [{key: question, name: {en: Question}, workflow: plain}]")))
                .filter(usual -> files.stream().noneMatch(given -> given.path().equals(usual.path()))).toList().forEach(files::add);
        ConfigPlan done = configurations.apply(key, files, null, "test", Messages.in("en"));
        assertThat(done.problems()).isEmpty();
        return tenants.get(key).id();
    }
}
