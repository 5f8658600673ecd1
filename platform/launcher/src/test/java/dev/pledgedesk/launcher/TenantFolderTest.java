package dev.pledgedesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pledgedesk.client.model.ConfigurationFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantFolderTest {

    @TempDir
    private Path folders;

    @Test
    void takesTheYamlFilesAndLeavesSchemasAndDemoDataOut() throws Exception {
        write("zebra/tenant.yaml", "key: zebra");
        write("art-platform/tenant.yaml", "key: art-platform\nname: 艺术");
        write("art-platform/forms/repair.yml", "a: b");
        write("art-platform/demo/people.yaml", "x: y");
        write("art-platform/notes.txt", "no");
        write("schema/tenant.schema.json", "{}");
        var all = TenantFolder.all(folders);
        assertThat(all).extracting(TenantFolder::key).containsExactly("art-platform", "zebra");
        assertThat(all.get(0).files().getFiles()).containsExactly(new ConfigurationFile().path("forms/repair.yml").content("a: b"),
            new ConfigurationFile().path("tenant.yaml").content("key: art-platform\nname: 艺术"));
    }

    @Test
    void refusesWhatIsNoTenantsFolder() throws Exception {
        Files.createDirectory(folders.resolve("empty"));
        assertThatThrownBy(() -> new TenantFolder(folders.resolve("empty")).files()).hasMessageContaining("holds no YAML file");
        assertThatThrownBy(() -> new TenantFolder(folders.resolve("absent"))).hasMessageContaining("is no folder");
        assertThat(TenantFolder.all(folders.resolve("absent"))).isEmpty();
    }

    private void write(String path, String text) throws Exception {
        Path file = folders.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
