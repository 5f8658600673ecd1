package dev.pledgedesk.privacy.control;

import dev.pledgedesk.privacy.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;

/** Keys in a {@link VaultFile}, the default: made at the first start; all nodes on a database must have the same one. */
final class LocalVault implements KeyVault {

    static final String NAME = "local";

    private record Loaded(VaultFile.Opened vault, FileTime modified) {
    }

    private final VaultFile file;
    private final KeyTransactions register;
    private volatile Loaded loaded;

    LocalVault(VaultFile file, KeyTransactions register) {
        this.file = file;
        this.register = register;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare() {
        try {
            vault();
        } catch (IOException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    @Override
    public byte[] wrap(byte[] key, byte[] context) {
        try {
            return vault().master().encrypt(key, context);
        } catch (IOException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        try {
            return vault().master().decrypt(wrapped, context);
        } catch (IOException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    /** The open file; read again when it has changed, so that a file that was put right is used without a restart. */
    private VaultFile.Opened vault() throws IOException, GeneralSecurityException {
        if (!file.exists()) {
            if (register.registered("vault").isPresent()) {
                throw new IOException(file.vault() + " is missing: restore it from a backup of the keys, or copy it from the first node");
            }
            file.create();
        }
        FileTime modified = Files.getLastModifiedTime(file.vault());
        Loaded known = loaded;
        if (known == null || !known.modified().equals(modified)) {
            VaultFile.Opened opened = file.open();
            if (!register.agrees("vault", opened.fingerprint())) {
                throw new IOException(file.vault() + " is not the vault that the other nodes on this database use: copy theirs");
            }
            known = new Loaded(opened, modified);
            loaded = known;
        }
        return known.vault();
    }

    private Failure failed(Exception e) {
        return new Failure("the vault file " + file.vault() + " cannot be used (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")", e);
    }
}
