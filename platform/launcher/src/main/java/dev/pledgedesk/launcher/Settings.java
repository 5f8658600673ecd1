package dev.pledgedesk.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the operator can set: by an option, by a system property ({@code pledgedesk.http.port}) or by an environment variable
 * ({@code PLEDGEDESK_HTTP_PORT}); the earlier of these wins.
 *
 * @param httpPort        TCP port for HTTP
 * @param httpAddress     address to listen on
 * @param operatorHost    the host name under which the operator's part answers
 * @param home            directory for data, keys and logs
 * @param profile         {@code production} or {@code demo}
 * @param external        an external PostgreSQL, empty for the embedded one
 * @param node            what makes it one of several
 */
public record Settings(int httpPort, String httpAddress, String operatorHost, Path home, Profile profile, Optional<External> external, Node node) {

    /** What kind of desk is served. */
    public enum Profile {
        /** Nothing is there but what the operator put there. */
        PRODUCTION,
        /** Two vendors with accounts and data to look around. */
        DEMO;

        /** The name as it is written in settings. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A PostgreSQL that somebody else runs.
     *
     * @param url           JDBC address
     * @param user          runtime role
     * @param password      its password
     * @param ownerUser     role for migrations, null if this process may not migrate
     * @param ownerPassword its password, null likewise
     * @param backupUser    role for backups, null if the owner takes them
     * @param backupPassword its password, null likewise
     */
    public record External(String url, String user, String password, String ownerUser, String ownerPassword, String backupUser, String backupPassword) {

        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * A server as one of several on the same database.
     *
     * @param keys  directory with the keys that all nodes share; empty for keys of its own in the home
     * @param drain how long it goes on serving after it has said that it is not ready any more
     */
    public record Node(Optional<Path> keys, Duration drain) {
    }

    private static final int MAX_PORT = 65535;
    private static final int MAX_DRAIN_SECONDS = 600;

    /**
     * Reads them from this process's properties and environment.
     *
     * @return checked settings
     * @throws LauncherFailure if a value makes no sense
     */
    public static Settings read() {
        return read(name -> {
            String property = System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
            return property != null ? property : System.getenv(name);
        });
    }

    static Settings read(UnaryOperator<String> source) {
        String home = value(source, "PLEDGEDESK_HOME").orElse(Path.of(System.getProperty("user.home"), ".pledgedesk").toString());
        return new Settings(port(value(source, "PLEDGEDESK_HTTP_PORT").orElse("8080")),
            value(source, "PLEDGEDESK_HTTP_ADDRESS").orElse("127.0.0.1"),
            value(source, "PLEDGEDESK_OPERATOR_HOST").orElse("localhost"),
            Path.of(home).toAbsolutePath().normalize(),
            profile(value(source, "PLEDGEDESK_PROFILE").orElse(Profile.PRODUCTION.key())),
            external(source), node(source));
    }

    private static Node node(UnaryOperator<String> source) {
        // With a database of its own it is the only one: nobody could take over while it waits.
        String drain = value(source, "PLEDGEDESK_DRAIN_SECONDS").orElse(value(source, "PLEDGEDESK_DB_URL").isPresent() ? "5" : "0");
        if (!drain.matches("[0-9]{1,3}") || Integer.parseInt(drain) > MAX_DRAIN_SECONDS) {
            throw new LauncherFailure(ExitCode.USAGE, "PLEDGEDESK_DRAIN_SECONDS is \"" + drain + "\", it must be a number from 0 to " + MAX_DRAIN_SECONDS + ".");
        }
        return new Node(value(source, "PLEDGEDESK_KEYS").map(keys -> Path.of(keys).toAbsolutePath().normalize()), Duration.ofSeconds(Integer.parseInt(drain)));
    }

    private static Optional<String> value(UnaryOperator<String> source, String name) {
        return Optional.ofNullable(source.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number that is no port.
        }
        throw new LauncherFailure(ExitCode.USAGE, "PLEDGEDESK_HTTP_PORT is \"" + text + "\", it must be a number from 1 to " + MAX_PORT + ".");
    }

    private static Profile profile(String text) {
        for (Profile profile : Profile.values()) {
            if (profile.key().equals(text)) {
                return profile;
            }
        }
        throw new LauncherFailure(ExitCode.USAGE, "PLEDGEDESK_PROFILE is \"" + text + "\", it must be production or demo.");
    }

    private static Optional<External> external(UnaryOperator<String> source) {
        Optional<String> url = value(source, "PLEDGEDESK_DB_URL");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.get().startsWith("jdbc:postgresql:")) {
            throw new LauncherFailure(ExitCode.USAGE, "PLEDGEDESK_DB_URL must look like jdbc:postgresql://host:5432/pledgedesk.");
        }
        String owner = value(source, "PLEDGEDESK_DB_OWNER_USER").orElse(null);
        String backup = value(source, "PLEDGEDESK_DB_BACKUP_USER").orElse(null);
        return Optional.of(new External(url.get(), required(source, "PLEDGEDESK_DB_USER"), required(source, "PLEDGEDESK_DB_PASSWORD"),
            owner, owner == null ? null : required(source, "PLEDGEDESK_DB_OWNER_PASSWORD"),
            backup, backup == null ? null : required(source, "PLEDGEDESK_DB_BACKUP_PASSWORD")));
    }

    private static String required(UnaryOperator<String> source, String name) {
        return value(source, name).orElseThrow(() -> new LauncherFailure(ExitCode.USAGE, name + " is missing; PLEDGEDESK_DB_URL needs it."));
    }

    /**
     * The same settings with another profile.
     *
     * @param other the profile
     * @return new settings
     */
    public Settings with(Profile other) {
        return new Settings(httpPort, httpAddress, operatorHost, home, other, external, node);
    }

    /**
     * The address of the operator's part.
     *
     * @return for example {@code http://localhost:8080}
     */
    public String baseUrl() {
        return url(operatorHost);
    }

    /**
     * The address of a host that this server answers for.
     *
     * @param host a host name
     * @return without a slash at the end
     */
    public String url(String host) {
        return "http://" + host + ":" + httpPort;
    }
}
