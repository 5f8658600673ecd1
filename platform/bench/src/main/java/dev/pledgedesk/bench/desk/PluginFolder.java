package dev.pledgedesk.bench.desk;

import dev.pledgedesk.bench.plugin.IdlePlugin;
import dev.pledgedesk.kernel.Sha256;
import dev.pledgedesk.sdk.DeskPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Puts the bench's own plugin into the home of a desk, with the operator's word that it is to be trusted. */
public final class PluginFolder {

    private static final String ID = "idle";
    private static final List<String> CLASSES = List.of("IdlePlugin", "IdlePlugin$Settings");

    private PluginFolder() {
    }

    /** Writes it; the desk finds it when it starts. */
    public static void fill(Path home) throws IOException {
        Path jar = home.resolve("plugins").resolve(ID).resolve("idle-1.0.0.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("PledgeDesk-Plugin", ID);
        main.putValue("PledgeDesk-Plugin-Version", "1.0.0");
        main.putValue("PledgeDesk-Plugin-Name", "Idle");
        main.putValue("PledgeDesk-Sdk", "1.0.0");
        main.putValue("PledgeDesk-Data", "ticket-text");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : CLASSES) {
                try (InputStream in = IdlePlugin.class.getResourceAsStream(name + ".class")) {
                    add(out, IdlePlugin.class.getPackageName().replace('.', '/') + "/" + name + ".class", in.readAllBytes());
                }
            }
            add(out, "META-INF/services/" + DeskPlugin.class.getName(), IdlePlugin.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        Path trusted = home.resolve("plugins").resolve("trusted");
        Files.createDirectories(trusted);
        Files.writeString(trusted.resolve("bench.sha256"), Sha256.hex(Files.readAllBytes(jar)) + "\n");
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
