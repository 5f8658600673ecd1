package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.ExtensionConfiguration;
import dev.pledgedesk.client.model.ExtensionUse;
import dev.pledgedesk.client.model.NewExtensionConfiguration;
import dev.pledgedesk.client.model.PluginUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Switches channels of plugins on for a tenant of the common server, as its administrator does. */
public final class Channels {

    private Channels() {
    }

    /** The operator keeps a secret for a tenant. */
    public static void secret(String tenant, String name, String value) {
        try {
            Path secrets = Files.createDirectories(Server.common().home().resolve("keys").resolve("secrets").resolve(tenant));
            Files.writeString(secrets.resolve(name), value);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Switches uses of a plugin on beside those that are; gives what was before. */
    public static ExtensionConfiguration on(Visitor administrator, String plugin, Map<String, Map<String, Object>> uses) throws ApiException {
        ExtensionConfiguration before = administrator.extensions().getExtensionConfiguration();
        List<PluginUse> all = new ArrayList<>(before.getPlugins());
        all.add(new PluginUse().plugin(plugin).extensions(uses.entrySet().stream().map(u -> new ExtensionUse().use(u.getKey()).settings(u.getValue())).toList()));
        put(administrator, all);
        return before;
    }

    /** Has only these on. */
    public static void put(Visitor administrator, List<PluginUse> plugins) throws ApiException {
        administrator.extensions().putExtensionConfiguration(new NewExtensionConfiguration().plugins(plugins), "\"" + administrator.extensions().getExtensionConfiguration().getVersion() + "\"");
    }
}
