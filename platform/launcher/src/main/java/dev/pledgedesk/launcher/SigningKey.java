package dev.pledgedesk.launcher;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.pledgedesk.database.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The key with which this platform signs its tokens: RSA, made at the first start, kept in two PEM files of the home. */
public final class SigningKey {

    private static final String PRIVATE_FILE = "token-signing-rsa.pem";
    private static final String PUBLIC_FILE = "token-verify-rsa.pem";
    private static final int BITS = 3072;
    private static final Duration OPERATOR_LIFE = Duration.ofDays(30);
    private static final Duration METRICS_LIFE = Duration.ofDays(365);
    private static final String ISSUER = "pledgedesk";

    private final Path privateFile;
    private final RSAPrivateKey privateKey;
    private final RSAPublicKey publicKey;

    private SigningKey(Path privateFile, RSAPrivateKey privateKey, RSAPublicKey publicKey) {
        this.privateFile = privateFile;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Reads the key of a home or makes it.
     *
     * @param directory the home's directory for keys
     * @return the key
     * @throws LauncherFailure if the files cannot be read, written or do not belong together
     */
    public static SigningKey readOrCreate(Path directory) {
        Path privateFile = directory.resolve(PRIVATE_FILE);
        Path publicFile = directory.resolve(PUBLIC_FILE);
        try {
            if (!Files.exists(privateFile)) {
                create(privateFile, publicFile);
            }
            var factory = KeyFactory.getInstance("RSA");
            var privateKey = (RSAPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(decode(privateFile)));
            var publicKey = (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(decode(publicFile)));
            return new SigningKey(privateFile, privateKey, publicKey);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new LauncherFailure(ExitCode.HOME, "The signing key in " + directory + " cannot be used (" + OneLine.reason(e)
                + "). Restore it from a backup, or move " + PRIVATE_FILE + " away to get a new one (everybody has to sign in again).", e);
        }
    }

    /**
     * Reads the key that all nodes share; never makes one, or two nodes that start at once would each make their own.
     *
     * @param directory a directory of the operator's
     * @return the key
     * @throws LauncherFailure if it is not there or cannot be used
     */
    public static SigningKey shared(Path directory) {
        for (String name : List.of(PRIVATE_FILE, PUBLIC_FILE)) {
            if (!Files.isReadable(directory.resolve(name))) {
                throw new LauncherFailure(ExitCode.KEYS, "PLEDGEDESK_KEYS names " + directory + ", but " + name
                    + " cannot be read there. Copy the keys directory of the first node's home to it.");
            }
        }
        return readOrCreate(directory);
    }

    private static void create(Path privateFile, Path publicFile) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        var pair = generator.generateKeyPair();
        write(publicFile, "PUBLIC KEY", pair.getPublic().getEncoded());
        write(privateFile, "PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        PrivateFiles.create(draft);
        Files.writeString(draft, pem(kind, content));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes the {@link #metricsToken} where a collector of figures can be told to read it. */
    Path writeMetricsToken(Path directory, Instant now) {
        Path file = directory.resolve("metrics.token");
        try {
            Path draft = file.resolveSibling("metrics.token.new");
            Files.deleteIfExists(draft);
            PrivateFiles.create(draft);
            Files.writeString(draft, metricsToken(now));
            return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.HOME, file + " cannot be written (" + OneLine.reason(e) + ").", e);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind + "-----\n";
    }

    private static byte[] decode(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }

    /**
     * The private key's file for the application: PKCS #8 in PEM, mode 600.
     *
     * @return an absolute path
     */
    public Path file() {
        return privateFile;
    }

    /**
     * The public key.
     *
     * @return an RSA key
     */
    public PublicKey publicKey() {
        return publicKey;
    }

    /**
     * The public key as PEM text.
     *
     * @return with the begin and end lines
     */
    public String publicPem() {
        return pem("PUBLIC KEY", publicKey.getEncoded());
    }

    /**
     * What tells this key from another without giving it away.
     *
     * @return the SHA-256 of the public key in hexadecimal
     */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A token with which the operator's tools may call the running server.
     *
     * @param now the time of issue; it is valid for 30 days from then
     * @return a signed JWT
     */
    public String operatorToken(Instant now) {
        return token("operator", now, OPERATOR_LIFE);
    }

    /**
     * A token that reads the figures of the running server and is good for nothing else.
     *
     * @param now the time of issue; it is valid for a year from then
     * @return a signed JWT
     */
    public String metricsToken(Instant now) {
        return token("metrics", now, METRICS_LIFE);
    }

    private String token(String who, Instant now, Duration life) {
        var claims = new JWTClaimsSet.Builder().issuer(ISSUER).audience(ISSUER).subject(who).claim("upn", who)
            .claim("groups", List.of(who)).jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life))).build();
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build(), claims);
            token.sign(new RSASSASigner(privateKey));
            return token.serialize();
        } catch (JOSEException e) {
            throw new LauncherFailure(ExitCode.HOME, "The signing key " + privateFile + " cannot sign (" + OneLine.reason(e) + ").", e);
        }
    }
}
