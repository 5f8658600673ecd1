package dev.pledgedesk.privacy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault file opens with what it was locked with, and with nothing else. */
class VaultFileTest {

    private static final byte[] KEY = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void aKeyFileOpensIt() throws Exception {
        VaultFile vault = VaultFile.in(folder, null, null);
        assertThat(vault.exists()).isFalse();
        vault.create();
        byte[] wrapped = vault.open().master().encrypt(KEY, new byte[0]);
        assertThat(VaultFile.in(folder, null, null).open().master().decrypt(wrapped, new byte[0])).isEqualTo(KEY);
        for (String file : new String[] {"vault.properties", "vault.key"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)))).as(file).isEqualTo("rw-------");
        }
        String fingerprint = vault.open().fingerprint();
        vault.create();
        assertThat(vault.open().fingerprint()).as("one that is there stays").isEqualTo(fingerprint);
        Files.delete(folder.resolve("vault.key"));
        assertThatThrownBy(vault::open).isInstanceOf(IOException.class);
        Files.writeString(folder.resolve("vault.key"), "AAAA");
        assertThatThrownBy(vault::open).isInstanceOf(IOException.class).hasMessageContaining("32 bytes");
    }

    @Test
    void aPassphraseOpensItAndAnotherDoesNot() throws Exception {
        VaultFile vault = VaultFile.in(folder, "correct horse battery", null);
        vault.create();
        byte[] wrapped = vault.open().master().encrypt(KEY, new byte[0]);
        assertThat(VaultFile.in(folder, "correct horse battery", null).open().master().decrypt(wrapped, new byte[0])).isEqualTo(KEY);
        assertThatThrownBy(() -> VaultFile.in(folder, "wrong horse battery", null).open()).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> VaultFile.in(folder, null, null).open()).isInstanceOf(IOException.class).hasMessageContaining("passphrase");
        assertThat(folder.resolve("vault.key")).doesNotExist();
    }

    @Test
    void aKeyFileElsewhereIsUsed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("stick")).resolve("my.key");
        VaultFile.in(folder, null, elsewhere).create();
        assertThat(elsewhere).exists();
        assertThat(folder.resolve("vault.key")).doesNotExist();
        assertThat(VaultFile.in(folder, null, elsewhere).open().fingerprint()).hasSize(64);
    }

    @Test
    void aSpoiledFileIsRefused() throws Exception {
        VaultFile vault = VaultFile.in(folder, null, null);
        vault.create();
        String text = Files.readString(folder.resolve("vault.properties"));
        Files.writeString(folder.resolve("vault.properties"), text.replaceAll("keyset=.{20}", "keyset=AAAAAAAAAAAAAAAAAAAA"));
        assertThatThrownBy(vault::open).isInstanceOf(GeneralSecurityException.class);
        Files.writeString(folder.resolve("vault.properties"), "");
        assertThatThrownBy(vault::open).isInstanceOf(IOException.class);
    }
}
