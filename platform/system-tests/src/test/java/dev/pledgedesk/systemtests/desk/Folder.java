package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.ConfigurationFile;
import dev.pledgedesk.client.model.ConfigurationFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A tenant's folder, as it is delivered or changed, for the common server. */
public final class Folder {

    private final Map<String, String> files = new LinkedHashMap<>();
    private String key;

    private Folder(String key) {
        this.key = key;
    }

    /** The folder of a delivered tenant. */
    public static Folder of(String key) {
        Folder folder = new Folder(key);
        Path directory = Path.of(System.getProperty("pledgedesk.tenant-config"), key);
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                folder.files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return folder;
    }

    /** The same for another tenant, whose host is below localhost. */
    public Folder as(String other, String host) {
        files.computeIfPresent("tenant.yaml", (n, text) -> text.replace("key: " + key + "\n", "key: " + other + "\n").replaceFirst("hosts: \\[[^]]*]", "hosts: [" + host + "]"));
        key = other;
        return this;
    }

    /** The same with one more file, or with other content in it. */
    public Folder with(String name, String content) {
        files.put(name, content);
        return this;
    }

    /** The same without one of its files. */
    public Folder without(String name) {
        files.remove(name);
        return this;
    }

    /** Applies it, which is no change if it runs already. */
    public void apply() throws ApiException {
        ConfigurationFiles sent = new ConfigurationFiles();
        files.forEach((name, content) -> sent.addFilesItem(new ConfigurationFile().path(name).content(content)));
        Server.common().operator().tenants().applyConfiguration(key, sent, Vendor.newKey());
    }
}
