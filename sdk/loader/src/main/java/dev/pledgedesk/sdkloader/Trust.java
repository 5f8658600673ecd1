package dev.pledgedesk.sdkloader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose plugins are taken.
 *
 * @param signers         keys of certificates; one of them has signed the whole jar, or has issued the certificate that did
 * @param jars            SHA-256 of jars that somebody vouches for by naming them, hexadecimal
 * @param unsignedAllowed whether jars that nobody has signed are taken as well
 */
public record Trust(Set<PublicKey> signers, Set<String> jars, boolean unsignedAllowed) {

    /** Purpose of certificates that sign code. */
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    /** Everything, for the builds of integrators and for trials. */
    public static final Trust ANYBODY = new Trust(Set.of(), Set.of(), true);

    /** Nothing. */
    public static final Trust NOBODY = new Trust(Set.of(), Set.of(), false);

    /** What a folder says: certificates in files ending in {@code .pem}, jars a line each in files ending in {@code .sha256}; a folder that is not there says nothing. */
    public static Trust of(Path folder, boolean unsignedAllowed) throws PluginRefused {
        Set<PublicKey> keys = new HashSet<>();
        Set<String> jars = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().endsWith(".pem")) {
                        keys.add(key(file));
                    } else if (file.toString().endsWith(".sha256")) {
                        // As sha256sum writes them, with the name behind.
                        Files.readAllLines(file).stream().map(line -> line.strip().split("\\s+")[0].toLowerCase(Locale.ROOT)).forEach(jars::add);
                    }
                }
            } catch (IOException unreadable) {
                throw new PluginRefused("the certificates in " + folder + " cannot be read", unreadable);
            }
        }
        return new Trust(Set.copyOf(keys), Set.copyOf(jars), unsignedAllowed);
    }

    private static PublicKey key(Path file) throws IOException, PluginRefused {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in).getPublicKey();
        } catch (CertificateException broken) {
            throw new PluginRefused(file.getFileName() + " is no certificate", broken);
        }
    }

    /** Whether the signer's own key is trusted, or that of a certificate authority that has issued the signer a certificate for signing code. */
    boolean covers(List<? extends Certificate> chain) {
        if (signers.contains(chain.get(0).getPublicKey())) {
            return true;
        }
        return chain.size() > 1 && chain.get(0) instanceof X509Certificate signer && chain.get(1) instanceof X509Certificate issuer && signers.contains(issuer.getPublicKey()) && issuer.getBasicConstraints() >= 0
                && signsCode(signer) && issued(signer, issuer);
    }

    private static boolean signsCode(X509Certificate certificate) {
        try {
            return certificate.getExtendedKeyUsage() != null && certificate.getExtendedKeyUsage().contains(CODE_SIGNING);
        } catch (java.security.cert.CertificateParsingException broken) {
            return false;
        }
    }

    private static boolean issued(X509Certificate signer, X509Certificate issuer) {
        try {
            signer.verify(issuer.getPublicKey());
            return true;
        } catch (java.security.GeneralSecurityException other) {
            return false;
        }
    }
}
