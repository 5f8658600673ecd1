package dev.pledgedesk.privacy.control;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import dev.pledgedesk.kernel.Sha256;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** A pair of keys that locks what only the owner of the private half opens: HPKE with X25519 and AES-256-GCM. */
final class TransferLock {

    private static final int NAME_CHARACTERS = 16;

    static {
        try {
            HybridConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private TransferLock() {
    }

    /** A new private half, in clear: for the vault to wrap and for nothing else. */
    static byte[] fresh() throws GeneralSecurityException {
        HpkeParameters parameters = HpkeParameters.builder().setVariant(HpkeParameters.Variant.TINK).setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256).setAeadId(HpkeParameters.AeadId.AES_256_GCM).build();
        return TinkProtoKeysetFormat.serializeKeyset(KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
    }

    /** The public half, in letters, digits, - and _. */
    static String publicHalf(byte[] privateHalf) throws GeneralSecurityException {
        KeysetHandle handle = TinkProtoKeysetFormat.parseKeyset(privateHalf, InsecureSecretKeyAccess.get());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(TinkProtoKeysetFormat.serializeKeysetWithoutSecret(handle.getPublicKeysetHandle()));
    }

    /** What a public half is called: the beginning of its SHA-256. Fails if it is none. */
    static String name(String publicHalf) throws GeneralSecurityException {
        handle(publicHalf);
        return Sha256.hex(decoded(publicHalf)).substring(0, NAME_CHARACTERS);
    }

    /** Locks. The context has to be said again to open. */
    static byte[] lock(String publicHalf, byte[] secret, byte[] context) throws GeneralSecurityException {
        return handle(publicHalf).getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class).encrypt(secret, context);
    }

    /** Opens. */
    static byte[] open(byte[] privateHalf, byte[] locked, byte[] context) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(privateHalf, InsecureSecretKeyAccess.get()).getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class).decrypt(locked, context);
    }

    private static KeysetHandle handle(String publicHalf) throws GeneralSecurityException {
        KeysetHandle handle = TinkProtoKeysetFormat.parseKeysetWithoutSecret(decoded(publicHalf));
        handle.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        return handle;
    }

    private static byte[] decoded(String publicHalf) throws GeneralSecurityException {
        try {
            return Base64.getUrlDecoder().decode(publicHalf);
        } catch (IllegalArgumentException noKey) {
            throw new GeneralSecurityException(noKey);
        }
    }
}
