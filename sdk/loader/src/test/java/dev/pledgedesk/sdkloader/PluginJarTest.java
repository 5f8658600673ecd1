package dev.pledgedesk.sdkloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdkloader.BuiltPlugin.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken as a plugin and what is not, and what whoever has built it is told. */
class PluginJarTest {

    private static final String LISTENER = "Contribution.of(ExtensionPoint.EVENT_LISTENER, \"listener\", Text.same(\"Listener\"), (s, c) -> new Listener())";

    @TempDir
    Path folder;

    private static BuiltPlugin plugin(String happened) {
        return BuiltPlugin.named("sample").offering(LISTENER).with("Listener", "class Listener implements DeskEventListener { public Set<String> types() { return Set.of(\"ticket.created\"); }\n"
                + "public void happened(Event event) throws Exception {\n" + happened + "\n} }");
    }

    private String refusal(BuiltPlugin plugin, Trust trust) throws IOException {
        Path jar = plugin.pack(folder, "plugin.jar");
        return catchThrowableOfType(PluginRefused.class, () -> PluginJar.check(jar, trust)).getMessage();
    }

    @Test
    void aGoodOneIsTakenAndOffersWhatItHas() throws Exception {
        PluginJar jar = PluginJar.check(plugin("event.id().length();").says("Plugin-Name", "Sample").says("Hosts", "api.example.com, settings").says("Data", "ticket-text").pack(folder, "good.jar"), Trust.ANYBODY);
        assertThat(jar.manifest()).isEqualTo(new PluginManifest("sample", new PluginVersion(1, 0, 0), "Sample", new PluginVersion(1, 0, 0), java.util.Set.of("api.example.com"), true,
                java.util.Set.of("ticket-text"), java.util.List.of()));
        assertThat(jar.signed()).isFalse();
        try (LoadedPlugin loaded = LoadedPlugin.load(jar, DeskPlugin.class.getClassLoader())) {
            assertThat(loaded.contributions()).singleElement().satisfies(c -> assertThat(c.id()).isEqualTo("listener"));
            assertThat(loaded.contributions().get(0).getClass()).as("the SDK is the platform's").isSameAs(dev.pledgedesk.sdk.Contribution.class);
        }
    }

    @Test
    void whatItsManifestSaysWrongIsNamed() throws IOException {
        assertThat(refusal(plugin("").says("Plugin", null), Trust.ANYBODY)).contains("no PledgeDesk-Plugin");
        assertThat(refusal(plugin("").says("Plugin", "Sample Plugin"), Trust.ANYBODY)).contains("PledgeDesk-Plugin is not an id").contains("Sample Plugin");
        assertThat(refusal(plugin("").says("Plugin-Version", "1.0-SNAPSHOT"), Trust.ANYBODY)).contains("1.0-SNAPSHOT");
        assertThat(refusal(plugin("").says("Sdk", "2.0.0"), Trust.ANYBODY)).contains("SDK 2.0.0").contains("SDK " + PluginJar.SDK);
        assertThat(refusal(plugin("").says("Sdk", "1.7.0"), Trust.ANYBODY)).as("newer than the server").contains("SDK 1.7.0");
        assertThat(refusal(plugin("").says("Hosts", "https://example.com/"), Trust.ANYBODY)).contains("PledgeDesk-Hosts");
        assertThat(refusal(plugin("").says("Data", "everything"), Trust.ANYBODY)).contains("PledgeDesk-Data").contains("everything");
    }

    @Test
    void codeThatReachesPastItsContextIsRefusedWithItsLine() throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("System.exit(1);", "java.lang.System.exit");
        lines.put("Runtime.getRuntime().halt(1);", "java.lang.Runtime.halt");
        lines.put("new Thread(() -> { }).start();", "java.lang.Thread.<init>");
        lines.put("java.util.concurrent.Executors.newCachedThreadPool();", "java.util.concurrent.Executors");
        lines.put("new ProcessBuilder(\"id\").start();", "java.lang.ProcessBuilder");
        lines.put("java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\"));", "java.nio.file.Files.readString");
        lines.put("new java.io.FileInputStream(\"/etc/passwd\").read();", "java.io.FileInputStream.<init>");
        lines.put("new URL(\"http://example.com\").openStream();", "java.net.URL.openStream");
        lines.put("java.net.http.HttpClient.newHttpClient();", "java.net.http.HttpClient.newHttpClient");
        lines.put("event.getClass().getClassLoader();", "java.lang.Class.getClassLoader");
        lines.put("ClassLoader.getSystemClassLoader();", "java.lang.ClassLoader.getSystemClassLoader");
        lines.put("Class.forName(\"java.lang.String\").getDeclaredField(\"value\").setAccessible(true);", "java.lang.reflect.Field.setAccessible");
        lines.put("Runnable r = System::gc; java.util.function.IntConsumer c = System::exit;", "java.lang.System.exit");
        lines.put("System.getenv(\"HOME\");", "java.lang.System.getenv");
        for (Map.Entry<String, String> line : lines.entrySet()) {
            assertThat(refusal(plugin(line.getKey()), Trust.ANYBODY)).as(line.getKey()).contains("hostile.Listener line 4").contains(line.getValue());
        }
        assertThat(refusal(plugin("").with("Loader", "class Loader extends ClassLoader { }"), Trust.ANYBODY)).contains("hostile.Loader extends java.lang.ClassLoader");
        assertThat(refusal(plugin("").with("Native", "class Native { native void call(); }"), Trust.ANYBODY)).contains("native method call");
    }

    @Test
    void whatLeadsOutOfTheJarOrStandsForTheSdkIsRefused() throws Exception {
        assertThat(refusal(plugin("").holding("../../outside.txt", "x"), Trust.ANYBODY)).contains("../../outside.txt");
        assertThat(refusal(plugin("").holding("/etc/cron.d/x", "x"), Trust.ANYBODY)).contains("/etc/cron.d/x");
        assertThat(refusal(plugin("").holding("dev/pledgedesk/sdk/Text.class", "x"), Trust.ANYBODY)).contains("dev.pledgedesk.sdk.Text");
        assertThat(refusal(plugin("").holding("META-INF/versions/17/dev/pledgedesk/sdk/Text.class", "x"), Trust.ANYBODY)).contains("dev.pledgedesk.sdk.Text");
        assertThat(refusal(plugin("").holding("hostile/Broken.class", "no class"), Trust.ANYBODY)).contains("cannot be read");
        Path none = Files.writeString(folder.resolve("none.jar"), "no jar");
        assertThat(catchThrowableOfType(PluginRefused.class, () -> PluginJar.check(none, Trust.ANYBODY)).getMessage()).contains("cannot be read");
    }

    @Test
    void onlyWhatATrustedOneHasSignedWholeIsTaken() throws Exception {
        Signer signer = Signer.fresh(folder);
        Signer stranger = Signer.fresh(folder);
        Path plain = plugin("event.id().length();").pack(folder, "plain.jar");
        assertThat(catchThrowableOfType(PluginRefused.class, () -> PluginJar.check(plain, signer.trust())).getMessage()).contains("nobody whom this server trusts has signed it");
        assertThat(PluginJar.check(plain, trusting(PluginJar.check(plain, Trust.ANYBODY).sha256())).signed()).as("named by its bytes").isTrue();
        Path signed = signer.sign(plain);
        assertThat(PluginJar.check(signed, signer.trust()).signed()).isTrue();
        assertThat(catchThrowableOfType(PluginRefused.class, () -> PluginJar.check(signed, stranger.trust())).getMessage()).contains("nobody whom this server trusts");
        Path added = repacked(signed, "added.jar", "extra.txt", false);
        assertThat(catchThrowableOfType(PluginRefused.class, () -> PluginJar.check(added, signer.trust())).getMessage()).as("a file that nobody signed").contains("nobody whom this server trusts");
        Path changed = repacked(signed, "changed.jar", "META-INF/services/dev.pledgedesk.sdk.DeskPlugin", true);
        assertThat(catchThrowableOfType(PluginRefused.class, () -> PluginJar.check(changed, signer.trust())).getMessage()).as("one that was changed").contains("signature does not fit");
    }

    @Test
    void librariesAreExemptOnlyUnderASignature() throws Exception {
        BuiltPlugin plugin = plugin("Class.forName(\"x\").getDeclaredField(\"y\").setAccessible(true);").says("Exempt", "hostile.library");
        assertThat(refusal(plugin, Trust.ANYBODY)).as("not in what is exempt").contains("setAccessible");
        Path jar = plugin("").says("Exempt", "hostile.library").pack(folder, "exempt.jar");
        assertThat(catchThrowableOfType(PluginRefused.class, () -> PluginJar.check(jar, Trust.ANYBODY)).getMessage()).contains("signed plugins only");
        Signer signer = Signer.fresh(folder);
        assertThat(PluginJar.check(signer.sign(jar), signer.trust()).manifest().exempt()).containsExactly("hostile.library");
    }

    @Test
    void anEntryThatCannotBeMadeIsNamed() throws Exception {
        Path throwing = BuiltPlugin.named("sample").with("Entry", "public class Entry implements DeskPlugin { public Entry() { throw new IllegalStateException(\"no\"); } public List<Contribution<?, ?>> contributions() { return null; } }")
                .holding("META-INF/services/dev.pledgedesk.sdk.DeskPlugin", "hostile.Entry\n").pack(folder, "throwing.jar");
        Path without = BuiltPlugin.named("sample").holding("readme.txt", "x").pack(folder, "without.jar");
        Path undescribed = plugin("").offering("new Contribution<>(ExtensionPoint.EVENT_LISTENER, \"listener\", Text.same(\"x\"), Raw.class, (s, c) -> new Listener())")
                .with("Raw", "record Raw(String word) { }").pack(folder, "undescribed.jar");
        assertThat(refusalToLoad(throwing)).contains("IllegalStateException");
        assertThat(refusalToLoad(without)).contains("names no class");
        assertThat(refusalToLoad(undescribed)).contains("hostile.Raw.word").contains("@Setting");
    }

    private Trust trusting(String sha256) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("trusted")).resolve("jars.sha256"), sha256.toUpperCase(java.util.Locale.ROOT) + "  plain.jar\n");
        return Trust.of(folder.resolve("trusted"), false);
    }

    private static String refusalToLoad(Path jar) throws PluginRefused {
        PluginJar checked = PluginJar.check(jar, Trust.ANYBODY);
        return catchThrowableOfType(PluginRefused.class, () -> LoadedPlugin.load(checked, DeskPlugin.class.getClassLoader())).getMessage();
    }

    /** The same jar with a file more, or with another content of one. */
    private Path repacked(Path jar, String name, String file, boolean replace) throws IOException {
        Path other = folder.resolve(name);
        try (JarFile in = new JarFile(jar.toFile(), false); JarOutputStream out = new JarOutputStream(Files.newOutputStream(other))) {
            for (JarEntry entry : java.util.Collections.list(in.entries())) {
                out.putNextEntry(new JarEntry(entry.getName()));
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.write(replace && entry.getName().equals(file) ? "hostile.Other\n".getBytes(java.nio.charset.StandardCharsets.UTF_8) : content);
                out.closeEntry();
            }
            if (!replace) {
                out.putNextEntry(new JarEntry(file));
                out.write(1);
                out.closeEntry();
            }
        }
        return other;
    }
}
