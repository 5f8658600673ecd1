package dev.pledgedesk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pledgedesk.container.Deployed;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server's process listens on loopback and nowhere else. */
@ExtendWith(ArquillianExtension.class)
@EnabledOnOs(OS.LINUX)
class ListeningIT {

    /** 127.0.0.1, ::ffff:127.0.0.1 and ::1 as the kernel writes them. */
    private static final Set<String> LOOPBACK = Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    @Deployment
    public static WebArchive war() {
        return Deployed.war();
    }

    @Test
    void onlyLoopbackIsListenedOn() throws IOException {
        assertThat(listening()).isNotEmpty().isSubsetOf(LOOPBACK);
    }

    private static List<String> listening() throws IOException {
        Set<String> own = ownSockets();
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/self/net", table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9 && columns[3].equals("0A") && own.contains(columns[9])) {
                    addresses.add(columns[1].substring(0, columns[1].indexOf(':')));
                }
            }
        }
        return addresses;
    }

    private static Set<String> ownSockets() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                try {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring(8, target.length() - 1));
                    }
                } catch (NoSuchFileException closedMeanwhile) {
                    continue;
                }
            }
        }
        return inodes;
    }
}
