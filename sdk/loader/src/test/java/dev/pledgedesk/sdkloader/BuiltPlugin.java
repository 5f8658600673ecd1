package dev.pledgedesk.sdkloader;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import jdk.security.jarsigner.JarSigner;

/** Makes plugins for tests: compiles sources against the SDK and packs them, good ones and bad ones. */
public final class BuiltPlugin {

    /** What sources begin with. */
    private static final String HEADER = "package hostile; import dev.pledgedesk.sdk.*; import java.util.*; import java.time.*; import java.net.*;\n";
    private static final char[] PASSWORD = "password".toCharArray();

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Attributes attributes = new Attributes();

    /** A plugin with an id, made against this SDK. */
    public static BuiltPlugin named(String id) {
        BuiltPlugin plugin = new BuiltPlugin();
        plugin.attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return plugin.says("Plugin", id).says("Plugin-Version", "1.0.0").says("Sdk", "1.0.0");
    }

    /** Writes an attribute of the manifest, without its prefix; null leaves it out. */
    public BuiltPlugin says(String name, String value) {
        Attributes.Name key = new Attributes.Name("PledgeDesk-" + name);
        if (value == null) {
            attributes.remove(key);
        } else {
            attributes.put(key, value);
        }
        return this;
    }

    /** Adds a class of the package {@code hostile}, which imports the SDK. */
    public BuiltPlugin with(String name, String source) {
        sources.put("hostile." + name, HEADER + source);
        return this;
    }

    /** Its entry, which offers what an expression says, such as {@code Contribution.of(...)}. */
    public BuiltPlugin offering(String contributions) {
        return with("Entry", "public class Entry implements DeskPlugin { public List<Contribution<?, ?>> contributions() { return List.of(" + contributions + "); } }")
                .holding("META-INF/services/dev.pledgedesk.sdk.DeskPlugin", "hostile.Entry\n");
    }

    /** Adds a file. */
    public BuiltPlugin holding(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a class that was compiled elsewhere. */
    public BuiltPlugin holding(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** Packs it. */
    public Path pack(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path jar = folder.resolve(name);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putAll(attributes);
        Map<String, byte[]> all = new LinkedHashMap<>(compiled());
        all.putAll(files);
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                zip.putNextEntry(new JarEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return jar;
    }

    private Map<String, byte[]> compiled() throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        if (sources.isEmpty()) {
            return classes;
        }
        Path out = Files.createTempDirectory("plugin-classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach((name, source) -> units.add(new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignored) {
                    return source;
                }
            }));
            if (!compiler.getTask(errors, manager, null, List.of("--release", "17", "-parameters"), null, units).call()) {
                throw new IllegalStateException(errors.toString());
            }
        }
        try (Stream<Path> made = Files.walk(out)) {
            for (Path file : made.filter(f -> f.toString().endsWith(".class")).toList()) {
                classes.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    /** Somebody who signs. */
    public record Signer(PrivateKey key, Certificate certificate) {

        /** A key pair with a certificate of its own, made by the JDK's tool. */
        public static Signer fresh(Path folder) throws Exception {
            Files.createDirectories(folder);
            Path store = Files.createTempFile(folder, "signer", ".p12");
            Files.delete(store);
            Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "signer", "-keyalg", "EC", "-groupname", "secp256r1",
                    "-dname", "CN=signer", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(PASSWORD)).redirectErrorStream(true).start();
            String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            return new Signer((PrivateKey) keys.getKey("signer", PASSWORD), keys.getCertificate("signer"));
        }

        /** Signs a jar; gives the signed one. */
        public Path sign(Path jar) throws Exception {
            Path signed = jar.resolveSibling(jar.getFileName().toString().replace(".jar", "-signed.jar"));
            try (ZipFile in = new ZipFile(jar.toFile()); OutputStream out = Files.newOutputStream(signed)) {
                new JarSigner.Builder(key, CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate))).build().sign(in, out);
            }
            return signed;
        }

        /** What trusts it. */
        public Trust trust() {
            return new Trust(java.util.Set.of(certificate.getPublicKey()), java.util.Set.of(), false);
        }
    }
}
