package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.model.ConfigurationFile;
import dev.pledgedesk.client.model.ConfigurationFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A vendor's folder as the operator sends it, to be changed before. */
public final class Folders {

    private final Map<String, String> files = new LinkedHashMap<>();

    private Folders() {
    }

    /** The folder of one of the vendors that come with the product, without its demo data. */
    public static Folders read(String key) {
        Folders folder = new Folders();
        for (String name : List.of("tenant.yaml", "organisation.yaml", "tickets.yaml", "plugins.yaml")) {
            try {
                folder.files.put(name, Files.readString(Path.of(System.getProperty("pledgedesk.tenant-config"), key, name)));
            } catch (IOException absent) {
                throw new UncheckedIOException(absent);
            }
        }
        return folder;
    }

    /** Replaces a text that must be there. */
    public Folders edit(String file, String from, String to) {
        if (!files.get(file).contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        files.put(file, files.get(file).replace(from, to));
        return this;
    }

    /** As the interface takes it. */
    public ConfigurationFiles asked() {
        return new ConfigurationFiles().files(files.entrySet().stream().map(f -> new ConfigurationFile().path(f.getKey()).content(f.getValue())).toList());
    }
}
