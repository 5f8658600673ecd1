package dev.pledgedesk.launcher;

import dev.pledgedesk.client.model.ConfigurationFile;
import dev.pledgedesk.client.model.ConfigurationFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with one tenant's configuration: YAML files; the folder's name is the tenant's key.
 *
 * @param directory the folder
 */
record TenantFolder(Path directory) {

    /** What is not configuration: schemas beside the tenants, demo data inside them. */
    private static final List<String> OTHER = List.of("schema", "demo");

    TenantFolder {
        directory = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(directory)) {
            throw new LauncherFailure(ExitCode.USAGE, directory + " is no folder.");
        }
    }

    /** All tenants' folders in a folder, by name. */
    static List<TenantFolder> all(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).filter(child -> !OTHER.contains(child.getFileName().toString())).sorted().map(TenantFolder::new).toList();
        }
    }

    /** The tenant's key. */
    String key() {
        return directory.getFileName().toString();
    }

    /** Its files as the REST interface takes them. */
    ConfigurationFiles files() {
        var files = new ConfigurationFiles();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.filter(Files::isRegularFile).filter(this::isConfiguration).sorted().toList()) {
                files.addFilesItem(new ConfigurationFile().path(directory.relativize(file).toString().replace('\\', '/'))
                    .content(Files.readString(file, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new LauncherFailure(ExitCode.USAGE, "The folder " + directory + " cannot be read (" + OneLine.reason(e) + ").", e);
        }
        if (files.getFiles() == null || files.getFiles().isEmpty()) {
            throw new LauncherFailure(ExitCode.USAGE, "The folder " + directory + " holds no YAML file.");
        }
        return files;
    }

    private boolean isConfiguration(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !OTHER.contains(directory.relativize(file).getName(0).toString());
    }
}
