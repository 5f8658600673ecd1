package dev.pledgedesk.privacy.control;

import dev.pledgedesk.privacy.KeyVault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A hardware token, or a software one, over PKCS #11: an AES key that was made in the token encrypts there (AES-GCM) and cannot be read out of it. The operator makes the key; which
 * library and slot is told by a configuration file of the JDK's own PKCS #11 provider.
 */
final class TokenVault implements KeyVault {

    static final String NAME = "pkcs11";

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int LIMIT_SECONDS = 5;

    private final ExecutorService executor;
    private final Path configuration;
    private final Path pinFile;
    private final String alias;
    private Provider provider;
    private Key key;

    /**
     * A token.
     *
     * @param executor      lends threads for the calls
     * @param configuration of the JDK's provider
     * @param pinFile       holds the token's PIN
     * @param alias         label of the AES key
     */
    TokenVault(ExecutorService executor, Path configuration, Path pinFile, String alias) {
        this.executor = executor;
        this.configuration = configuration;
        this.pinFile = pinFile;
        this.alias = alias;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] wrap(byte[] plain, byte[] context) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, iv, context, plain, 0, plain.length);
        return ByteBuffer.allocate(IV_BYTES + sealed.length).put(iv).put(sealed).array();
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        byte[] iv = new byte[IV_BYTES];
        ByteBuffer.wrap(wrapped).get(iv);
        return run(Cipher.DECRYPT_MODE, iv, context, wrapped, IV_BYTES, wrapped.length - IV_BYTES);
    }

    /** In another thread: a call into the token's library cannot be interrupted, and whoever waits for it must not wait for ever. */
    private byte[] run(int mode, byte[] iv, byte[] context, byte[] input, int from, int length) {
        Future<byte[]> result = executor.submit(() -> use(mode, iv, context, input, from, length));
        try {
            return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            throw new Failure("the token of " + configuration + " does not answer", slow);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Failure failure ? failure : new Failure("the token of " + configuration + " cannot be used", failed.getCause());
        } catch (InterruptedException stopped) {
            throw new Failure("the wait for the token was interrupted", stopped);
        }
    }

    private synchronized byte[] use(int mode, byte[] iv, byte[] context, byte[] input, int from, int length) {
        try {
            open();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(context);
            return cipher.doFinal(input, from, length);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            // Whatever the session with the token has come to, the next call begins a new one.
            key = null;
            throw new Failure("the token of " + configuration + " did not do its work (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")", e);
        }
    }

    private void open() throws GeneralSecurityException, IOException {
        if (key != null) {
            return;
        }
        if (provider == null) {
            provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
        }
        KeyStore token = KeyStore.getInstance("PKCS11", provider);
        token.load(null, Files.readString(pinFile).strip().toCharArray());
        key = token.getKey(alias, null);
        if (key == null) {
            throw new IOException("the token has no key with the label " + alias);
        }
    }
}
