package dev.postrider.program;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key and a certificate signed with it, as PEM files, made by the JDK's keytool. */
record TlsFiles(Path key, Path certificate) {

    private static final String ALIAS = "server";
    private static final String PASSWORD = "changeit";
    private static final String OPTIONS =
            "-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=localhost"
                    + " -ext san=ip:127.0.0.1 -validity 2 -storetype PKCS12 -storepass changeit -keystore";

    static TlsFiles forLoopback(Path directory) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream store = Files.newInputStream(generate(directory.resolve("server.p12")))) {
                keys.load(store, PASSWORD.toCharArray());
            }
            byte[] key = keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
            byte[] certificate = keys.getCertificate(ALIAS).getEncoded();
            return new TlsFiles(
                    pem(directory.resolve("server.key"), "PRIVATE KEY", key),
                    pem(directory.resolve("server.crt"), "CERTIFICATE", certificate));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path generate(Path store) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(OPTIONS.split(" ")));
        command.add(store.toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return store;
    }

    private static Path pem(Path file, String label, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }
}
