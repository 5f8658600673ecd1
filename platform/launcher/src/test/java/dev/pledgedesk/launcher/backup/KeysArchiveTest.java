package dev.pledgedesk.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.database.EmbeddedDatabase;
import dev.pledgedesk.database.Roles;
import dev.pledgedesk.launcher.LauncherFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys go into a file of their own and come back, but never over others by accident. */
class KeysArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void keysComeBackForTheirOwnerOnlyAndPasswordsOfTheDatabaseStayOut() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys/store"));
        Files.writeString(folder.resolve("keys/token-signing.pem"), "secret");
        Files.writeString(keys.resolve("tenant.key"), "another");
        Files.writeString(folder.resolve("keys/database.properties"), "postgres=x");
        Path file = folder.resolve("keys.zip");
        try (EmbeddedDatabase empty = EmbeddedDatabase.temporary(); Connection owner = empty.connect("postgres", Roles.SUPERUSER)) {
            assertThat(KeysArchive.write(folder.resolve("keys"), owner, file)).isEqualTo(new KeysArchive.Content(2, 0));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Path other = Files.createDirectories(folder.resolve("other"));
        assertThat(KeysArchive.restore(file, other, false)).isEqualTo(2);
        assertThat(other.resolve("store/tenant.key")).hasContent("another");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other.resolve("token-signing.pem")))).isEqualTo("rw-------");
        assertThat(other.resolve("database.properties")).doesNotExist();
        Files.writeString(other.resolve("token-signing.pem"), "its own");
        assertThatThrownBy(() -> KeysArchive.restore(file, other, false)).isInstanceOf(LauncherFailure.class).hasMessageContaining("keys of its own");
        assertThat(other.resolve("token-signing.pem")).hasContent("its own");
        assertThat(KeysArchive.restore(file, other, true)).isEqualTo(2);
        assertThat(other.resolve("token-signing.pem")).hasContent("secret");
    }

    @Test
    void anArchiveThatReachesOutsideOrIsNoneIsRefused() throws Exception {
        Path evil = folder.resolve("evil.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(evil))) {
            zip.putNextEntry(new ZipEntry("pledgedesk-keys-1"));
            zip.putNextEntry(new ZipEntry("keys/../../outside"));
        }
        Path keys = Files.createDirectories(folder.resolve("keys"));
        assertThatThrownBy(() -> KeysArchive.restore(evil, keys, true)).isInstanceOf(LauncherFailure.class).hasMessageContaining("no backup of PledgeDesk's keys");
        Path text = Files.writeString(folder.resolve("text.zip"), "nothing");
        assertThatThrownBy(() -> KeysArchive.restore(text, keys, true)).isInstanceOf(LauncherFailure.class).hasMessageContaining("no backup of PledgeDesk's keys");
    }
}
