package dev.pledgedesk.sdkloader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * A plugin's jar that was looked through and may be loaded.
 *
 * @param file     where it is
 * @param manifest who it is
 * @param signed   whether a trusted signature covers all of it, or the jar itself is named among those that are trusted
 * @param sha256   of its bytes, hexadecimal
 */
public record PluginJar(Path file, PluginManifest manifest, boolean signed, String sha256) {

    /** Version of the SDK that this platform has. */
    public static final PluginVersion SDK = new PluginVersion(1, 2, 0);

    private static final String OF_SDK = "dev/pledgedesk/sdk/";
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 200L << 20;

    /**
     * Reads and checks a jar: names that stay inside, a manifest, a signature or none as trusted, none of the SDK's own classes, no code that reaches past its
     * context.
     *
     * @throws PluginRefused naming what is wrong, and where
     */
    public static PluginJar check(Path file, Trust trust) throws PluginRefused {
        try (JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new PluginRefused("it has no manifest: this is no plugin");
            }
            if (manifest.getMainAttributes().getValue(java.util.jar.Attributes.Name.CLASS_PATH) != null) {
                throw new PluginRefused("its manifest names other jars by Class-Path, which nobody has looked through: a plugin is one jar");
            }
            PluginManifest said = PluginManifest.read(manifest.getMainAttributes(), SDK);
            String sha256 = digest(file);
            boolean signed = look(jar, said, trust) || trust.jars().contains(sha256);
            if (!signed && !trust.unsignedAllowed()) {
                throw new PluginRefused("nobody whom this server trusts has signed it");
            }
            if (!signed && !said.exempt().isEmpty()) {
                throw new PluginRefused("PledgeDesk-Exempt is for signed plugins only");
            }
            return new PluginJar(file, said, signed, sha256);
        } catch (IOException | SecurityException broken) {
            throw new PluginRefused(broken instanceof SecurityException ? "its signature does not fit what is in it: " + broken.getMessage() : "it cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static boolean look(JarFile jar, PluginManifest manifest, Trust trust) throws IOException, PluginRefused {
        CodeCheck code = new CodeCheck();
        boolean signed = true;
        boolean any = false;
        long left = MOST_BYTES;
        List<JarEntry> entries = jar.stream().toList();
        if (entries.size() > MOST_ENTRIES) {
            throw new PluginRefused("it has more than " + MOST_ENTRIES + " entries");
        }
        for (JarEntry entry : entries) {
            String name = entry.getName();
            inside(name);
            if (entry.isDirectory()) {
                continue;
            }
            byte[] content;
            try (InputStream in = jar.getInputStream(entry)) {
                content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left));
                if (in.read() >= 0) {
                    throw new PluginRefused("it unpacks to more than " + (MOST_BYTES >> 20) + " MB");
                }
            }
            left -= content.length;
            if (!ofSignature(name)) {
                any = true;
                signed = signed && trusted(entry.getCodeSigners(), trust);
            }
            String path = name.replaceFirst("^META-INF/versions/\\d+/", "");
            if (path.endsWith(".class")) {
                if (path.startsWith(OF_SDK)) {
                    throw new PluginRefused("it carries the SDK's own class " + path.replace('/', '.').replaceFirst("\\.class$", "") + ": the SDK comes from the platform");
                }
                if (!exempt(path, manifest)) {
                    code.look(content);
                }
            }
        }
        if (!code.found().isEmpty()) {
            throw new PluginRefused("its code reaches past its context: " + String.join("; ", code.found()));
        }
        return signed && any;
    }

    private static boolean exempt(String path, PluginManifest manifest) {
        return manifest.exempt().stream().anyMatch(p -> path.startsWith(p.replace('.', '/') + "/"));
    }

    private static void inside(String name) throws PluginRefused {
        if (name.startsWith("/") || name.contains("\\") || name.contains(":") || List.of(name.split("/")).contains("..")) {
            throw new PluginRefused("it has an entry that leads out of it: " + name);
        }
    }

    private static boolean trusted(CodeSigner[] signers, Trust trust) {
        if (signers == null) {
            return false;
        }
        for (CodeSigner signer : signers) {
            if (trust.covers(signer.getSignerCertPath().getCertificates())) {
                return true;
            }
        }
        return false;
    }

    /** What a signature consists of cannot be signed itself. */
    private static boolean ofSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/") && upper.indexOf('/', "META-INF/".length()) < 0
                && (upper.equals(JarFile.MANIFEST_NAME) || upper.endsWith(".SF") || upper.endsWith(".RSA") || upper.endsWith(".DSA") || upper.endsWith(".EC"));
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
