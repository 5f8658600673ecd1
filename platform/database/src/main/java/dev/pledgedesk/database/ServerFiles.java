package dev.pledgedesk.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The configuration files of the embedded server, written anew before every start so that neither a default nor an edit can open it:
 * loopback only, passwords only, no sockets in shared directories, every commit on disk.
 */
final class ServerFiles {

    private static final String OURS = "pledgedesk.conf";

    private ServerFiles() {
    }

    /**
     * Writes access rules and settings.
     *
     * @param data    the data directory
     * @param port    the TCP port on loopback
     * @param durable false only for databases that are thrown away after a test
     */
    static void write(Path data, int port, boolean durable) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), """
            # Written by PledgeDesk at every start. Nobody gets in without a password, nobody from outside this machine.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """);
        String sync = durable ? "on" : "off";
        Files.writeString(data.resolve(OURS), """
            # Written by PledgeDesk at every start.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60
            fsync = %s
            full_page_writes = %s
            synchronous_commit = %s
            timezone = 'UTC'
            # The log must not repeat what people wrote: no statements, no row values, and no errors of statements, which quote them.
            log_min_messages = log
            logging_collector = on
            log_directory = 'log'
            log_filename = 'postgresql-%%a.log'
            log_file_mode = 0600
            log_truncate_on_rotation = on
            log_rotation_age = '1d'
            log_rotation_size = 0
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_parameter_max_length_on_error = 0
            log_line_prefix = '%%m [%%p] %%q%%u@%%d '
            """.formatted(port, sync, sync, sync));
        Path main = data.resolve("postgresql.conf");
        String include = "include = '" + OURS + "'";
        List<String> lines = Files.readAllLines(main, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(include)) {
            Files.writeString(main, String.join("\n", lines) + "\n" + include + "\n");
        }
        // ALTER SYSTEM writes here and is read last: it could switch fsync off for good.
        Files.writeString(data.resolve("postgresql.auto.conf"), "# Emptied by PledgeDesk at every start.\n");
    }
}
