package dev.pledgedesk.privacy.control;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.pledgedesk.kernel.Sha256;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A Tink keyset in a file, encrypted: by a key that is derived from a passphrase (PBKDF2 with HMAC-SHA256), or by one in a key file. Readable by its owner only.
 *
 * @param vault the file; {@code vault.properties} of the directory of keys
 * @param lock  what opens it
 */
public record VaultFile(Path vault, Lock lock) {

    /** What opens a vault file. */
    public interface Lock {

        /** As written into the file, so that the wrong kind of lock is named. */
        String kind();

        /** The key, of 32 bytes; made if {@code create}. */
        byte[] key(byte[] salt, boolean create) throws IOException, GeneralSecurityException;
    }

    /** An open vault file; the fingerprint tells it from another one without giving it away. */
    public record Opened(Aead master, String fingerprint) {
    }

    private static final int KEY_BYTES = 32;
    private static final int ITERATIONS = 600_000;
    private static final byte[] CONTEXT = "pledgedesk-vault".getBytes(StandardCharsets.UTF_8);

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Opened by a passphrase, or by the key file where that is null. */
    public static VaultFile in(Path directory, String passphrase, Path keyFile) {
        return new VaultFile(directory.resolve("vault.properties"), passphrase != null ? new Passphrase(passphrase) : new KeyFile(keyFile != null ? keyFile : directory.resolve("vault.key")));
    }

    private record Passphrase(String text) implements Lock {

        @Override
        public String kind() {
            return "passphrase";
        }

        /** Says nothing of it. */
        @Override
        public String toString() {
            return kind();
        }

        @Override
        public byte[] key(byte[] salt, boolean create) throws GeneralSecurityException {
            var spec = new PBEKeySpec(text.toCharArray(), salt, ITERATIONS, KEY_BYTES * Byte.SIZE);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        }
    }

    private record KeyFile(Path file) implements Lock {

        @Override
        public String kind() {
            return "key-file";
        }

        @Override
        public byte[] key(byte[] salt, boolean create) throws IOException {
            if (create && !Files.exists(file)) {
                writePrivately(file, Base64.getEncoder().encodeToString(PersonKey.fresh()) + "\n");
            }
            byte[] key = Base64.getMimeDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length != KEY_BYTES) {
                throw new IOException(file + " must hold a key of " + KEY_BYTES + " bytes in base64");
            }
            return key;
        }
    }

    /** Whether the file is there. */
    public boolean exists() {
        return Files.exists(vault);
    }

    /** Makes the file with a new key, unless somebody else just did. */
    public void create() throws IOException, GeneralSecurityException {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        var properties = new Properties();
        properties.setProperty("protection", lock.kind());
        properties.setProperty("salt", Base64.getEncoder().encodeToString(salt));
        properties.setProperty("keyset", Base64.getEncoder().encodeToString(TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, new AesGcmJce(lock.key(salt, true)), CONTEXT)));
        var text = new StringWriter();
        properties.store(text, "Opens the keys of all tenants. Without this file, and what opens it, nothing that is sealed can be read again.");
        writePrivately(vault, text.toString());
    }

    /** Opens the file. */
    public Opened open() throws IOException, GeneralSecurityException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(vault)));
        if (!lock.kind().equals(properties.getProperty("protection"))) {
            throw new IOException(vault + " is protected by a " + properties.getProperty("protection") + ", not by a " + lock.kind());
        }
        byte[] salt = Base64.getDecoder().decode(properties.getProperty("salt", ""));
        KeysetHandle keyset = TinkProtoKeysetFormat.parseEncryptedKeyset(Base64.getDecoder().decode(properties.getProperty("keyset", "")), new AesGcmJce(lock.key(salt, false)), CONTEXT);
        byte[] plain = TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        return new Opened(keyset.getPrimitive(RegistryConfiguration.get(), Aead.class), Sha256.hex(plain));
    }

    private static void writePrivately(Path file, String text) throws IOException {
        FileAttribute<?>[] ownerOnly = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new", ownerOnly);
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                // What is wrapped with it is on disk soon; it must not be lost in a power cut then.
                channel.force(true);
            }
            // A link is made only where nothing is, so of two nodes that start at once one makes the file and both read it.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException there) {
            // Somebody else was faster.
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
