package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.client.connect.Connection;
import dev.pledgedesk.launcher.ExitCode;
import dev.pledgedesk.launcher.Home;
import dev.pledgedesk.launcher.LauncherFailure;
import dev.pledgedesk.launcher.ReadyFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where the desk is that gets the tickets. */
final class Place {

    @Option(names = "--server", paramLabel = "URL", defaultValue = "${env:PLEDGEDESK_SERVER}", description = {
        "Address of the server, for example https://help.example.com. Also PLEDGEDESK_SERVER.",
        "Without it the server that runs on PLEDGEDESK_HOME is taken."})
    private URI server;
    @Option(names = "--tenant-host", paramLabel = "HOST",
        description = "The tenant's host name, for example appliance.localhost; not needed if --server names it already.")
    private String tenantHost;

    /** For picocli. */
    Place() {
    }

    /** The server on this machine, if it is to be asked and one runs. */
    Optional<ReadyFile> ready(Path home) {
        try {
            return Optional.of(ReadyFile.read(Home.readyFile(home)));
        } catch (IOException noneRuns) {
            return Optional.empty();
        }
    }

    /** Address of the server. */
    URI server(Optional<ReadyFile> ready) {
        if (server != null && !server.toString().isBlank()) {
            if (server.getHost() == null) {
                throw new LauncherFailure(ExitCode.USAGE, "--server \"" + server + "\" is not an address such as https://help.example.com.");
            }
            return server;
        }
        return ready.map(r -> URI.create(r.baseUrl())).orElseThrow(() -> new LauncherFailure(ExitCode.REMOTE,
            "No running server is known. Start one by pledgedesk serve, set PLEDGEDESK_HOME, or give --server."));
    }

    /** Host and, unless it is the usual one, port by which the tenant is meant. */
    String host(URI address, Optional<ReadyFile> ready) {
        if (tenantHost == null || tenantHost.isBlank()) {
            if (server == null || server.toString().isBlank()) {
                String known = ready.stream().flatMap(r -> r.tenants().stream()).map(t -> URI.create(t.portal()).getHost()).collect(Collectors.joining(", "));
                throw new LauncherFailure(ExitCode.USAGE, "Say whose tickets these are by --tenant-host" + (known.isEmpty() ? "." : ": " + known + "."));
            }
            return address.getAuthority();
        }
        return tenantHost + (address.getPort() < 0 || tenantHost.contains(":") ? "" : ":" + address.getPort());
    }

    /** A connection to the tenant's desk, without a token. */
    static Connection connection(URI address, String host) {
        Connection connection = Connection.to(address);
        return host.equals(address.getAuthority()) ? connection : connection.withHost(host);
    }
}
