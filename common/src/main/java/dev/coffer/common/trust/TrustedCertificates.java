package dev.coffer.common.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Certificate authorities that are trusted beside those of the JDK: by every TLS client of this process that has no
 * trust store of its own.
 */
public final class TrustedCertificates {
    private static final AtomicBoolean DONE = new AtomicBoolean();
    /** A trust store needs a password, though it has no secret in it. */
    private static final String PASSWORD = "certificates";
    private static final String TYPE = "PKCS12";

    private TrustedCertificates() {}

    /**
     * Trusts the certificates of the directory that {@code COFFER_CA_CERTIFICATES} names, if it names one; once, however
     * often it is called.
     *
     * @throws IllegalArgumentException if it is no directory with certificates
     */
    public static void trustNamed() {
        String directory = System.getenv("COFFER_CA_CERTIFICATES");
        if (directory != null && !directory.isBlank() && !DONE.getAndSet(true)) {
            int added = trust(Path.of(directory));
            System.getLogger(TrustedCertificates.class.getName())
                    .log(System.Logger.Level.INFO, "trusting " + added + " certificates of " + directory);
        }
    }

    /**
     * Makes a trust store of the present one and of all files of a directory, and the default one of it. To be called
     * before the first TLS client is made.
     *
     * @param directory files in PEM form, of any number of certificates each; directories in it are not read
     * @return how many certificates were added
     * @throws IllegalArgumentException if it is no such directory, or has no certificate in it, or a file without one
     */
    static int trust(Path directory) {
        try {
            List<Certificate> added = read(directory);
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            for (Certificate certificate : Stream.concat(present().stream(), added.stream()).toList()) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            Path file = Files.createTempFile("trusted", ".p12");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD.toCharArray());
            }
            System.setProperty("javax.net.ssl.trustStore", file.toString());
            System.setProperty("javax.net.ssl.trustStoreType", TYPE);
            System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
            return added.size();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot trust the certificates in " + directory + ": " + e, e);
        }
    }

    private static List<Certificate> read(Path directory) throws IOException, GeneralSecurityException {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + " is not a directory");
        }
        List<Certificate> certificates = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                certificates.addAll(certificatesOf(file));
            }
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(directory + " has no files with certificates");
        }
        return certificates;
    }

    private static List<Certificate> certificatesOf(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> certificates =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException(file + " has no certificate in PEM form");
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(file + " is not in PEM form", e);
        }
    }

    private static List<? extends Certificate> present() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }
}
