package dev.pledgedesk.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A PostgreSQL of our own, started as a child process. It listens on loopback only, asks everybody for a password and confirms a commit
 * when it is on disk. Data survive stops, crashes and kills; a server that a killed process left behind is stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Path TEST_ROOT = Path.of("target");

    private final Path data;
    private final Cluster cluster;
    private final Credentials credentials;
    private final int port;
    private final Path deleteAtClose;

    private EmbeddedDatabase(Path data, Cluster cluster, Credentials credentials, int port, Path deleteAtClose) {
        this.data = data;
        this.cluster = cluster;
        this.credentials = credentials;
        this.port = port;
        this.deleteAtClose = deleteAtClose;
    }

    /**
     * Starts the database of a home; creates it when there is none. The caller sees to it that nobody else uses the home.
     *
     * @param home the home directory: programs and data go to {@code postgres}, passwords to {@code keys}, logs to {@code log}
     * @return the running server; close it to stop
     * @throws DatabaseFailure with one line for the user
     */
    public static EmbeddedDatabase start(Path home) {
        Path root = home.toAbsolutePath().normalize();
        return start(root, root.resolve("postgres"), true);
    }

    /**
     * The database that another process of this machine runs on a home.
     *
     * @param home the home directory
     * @return access to the running server; closing it leaves the server alone
     * @throws DatabaseFailure if none runs there
     */
    public static EmbeddedDatabase running(Path home) {
        Path root = home.toAbsolutePath().normalize();
        Path data = root.resolve("postgres").resolve("data");
        var postmaster = new Postmaster(data);
        if (postmaster.process().isEmpty()) {
            throw new DatabaseFailure("No PostgreSQL runs on " + data + ".");
        }
        return new EmbeddedDatabase(data, null, Credentials.readOrCreate(root.resolve("keys").resolve("database.properties")), postmaster.port(), null);
    }

    /** The same with the unpacked programs elsewhere, to be shared. */
    static EmbeddedDatabase start(Path home, Path programs) {
        return start(home.toAbsolutePath().normalize(), programs.toAbsolutePath(), true);
    }

    /**
     * Starts an empty database for a test: nothing is synced to disk, everything is deleted at close. Its files are below
     * {@code target/} of the working directory, the unpacked programs stay there for the next test.
     *
     * @return the running server
     */
    public static EmbeddedDatabase temporary() {
        try {
            Path root = Files.createDirectories(TEST_ROOT.toAbsolutePath());
            return start(Files.createTempDirectory(root, "postgres-"), root.resolve("postgres-programs"), false);
        } catch (IOException e) {
            throw new DatabaseFailure("No temporary database below " + TEST_ROOT.toAbsolutePath() + " (" + Reason.of(e) + ").", e);
        }
    }

    private static EmbeddedDatabase start(Path home, Path programsParent, boolean durable) {
        Path directory = home.resolve("postgres");
        Path log = home.resolve("log");
        try {
            PrivateFiles.createHome(home);
            PrivateFiles.createDirectory(directory);
            PrivateFiles.createDirectory(log);
        } catch (IOException e) {
            throw new DatabaseFailure("The directory " + home + " cannot be used (" + Reason.of(e) + "). Choose another one by PLEDGEDESK_HOME.", e);
        }
        Path programs = PostgresBinaries.unpacked(programsParent);
        var account = ServiceAccount.detect(directory);
        account.own(programsParent);
        account.own(directory);
        var cluster = new Cluster(directory, programs, log.resolve("postgresql-start.log"), account, durable);
        Path passwords = home.resolve("keys").resolve("database.properties");
        if (cluster.exists()) {
            cluster.inspect();
            if (!Files.exists(passwords)) {
                throw new DatabaseFailure("The password file " + passwords + " is missing, the database cannot be opened without it. Restore it from a backup.");
            }
            cluster.stop();
        }
        var credentials = Credentials.readOrCreate(passwords);
        if (!cluster.exists()) {
            cluster.create(credentials.password(Roles.SUPERUSER));
        }
        return new EmbeddedDatabase(cluster.data(), cluster, credentials, cluster.start(), durable ? null : home);
    }

    /**
     * The JDBC address of a database on this server.
     *
     * @param database its name
     * @return a URL without user and password
     */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * The passwords of the roles.
     *
     * @return never null
     */
    public Credentials credentials() {
        return credentials;
    }

    /**
     * The port on loopback; the same after a restart if nobody took it meanwhile.
     *
     * @return the TCP port
     */
    public int port() {
        return port;
    }

    /**
     * Where the rows are.
     *
     * @return an absolute path
     */
    public Path dataDirectory() {
        return data;
    }

    /**
     * Whether the server's main process lives; a server that is frozen does.
     *
     * @return false after a crash or a kill
     */
    public boolean isRunning() {
        return new Postmaster(data).process().isPresent();
    }

    /**
     * Starts the server again after it died: same data, same port. Crash recovery keeps all that was confirmed.
     *
     * @throws DatabaseFailure if it does not start now, for example while its disk is full; trying again later is safe
     */
    public void revive() {
        cluster.startAgain(port);
    }

    /**
     * Opens a connection.
     *
     * @param database the database's name
     * @param role     a role that can sign in
     * @return an open connection, to be closed by the caller
     * @throws SQLException if the server refuses
     */
    public Connection connect(String database, String role) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", credentials.password(role));
        return DriverManager.getConnection(url(database), properties);
    }

    /** Stops the server in good order; does nothing when it is stopped already. */
    @Override
    public void close() {
        if (cluster != null) {
            cluster.stop();
        }
        if (deleteAtClose != null) {
            try {
                PrivateFiles.deleteTree(deleteAtClose);
            } catch (IOException e) {
                throw new DatabaseFailure("The temporary database in " + deleteAtClose + " cannot be deleted (" + Reason.of(e) + ").", e);
            }
        }
    }
}
