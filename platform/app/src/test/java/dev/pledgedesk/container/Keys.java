package dev.pledgedesk.container;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** The signing key of this run, which the server is given as well, and tokens made with it or with another one. */
public final class Keys {

    private static final KeyPair PAIR = fresh();

    private Keys() {
    }

    /** A key pair on P-256. */
    public static KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key on one line, as a system property takes it. */
    static String publicKey() {
        return Base64.getEncoder().encodeToString(PAIR.getPublic().getEncoded());
    }

    /** Writes the private key as the launcher does. */
    static void write(Path file) throws IOException {
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(PAIR.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
    }

    /** Claims that the server accepts of the operator; a test spoils what it wants to be refused. */
    public static JWTClaimsSet.Builder operator() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer("pledgedesk").audience("pledgedesk").subject("operator").claim("upn", "operator")
                .claim("groups", List.of("operator")).jwtID("1").issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(600)));
    }

    /** Signs with the server's key. */
    public static String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, PAIR);
    }

    /** Signs with any key. */
    public static String sign(JWTClaimsSet.Builder claims, KeyPair pair) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build(), claims.build());
            token.sign(new RSASSASigner((RSAPrivateKey) pair.getPrivate()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
