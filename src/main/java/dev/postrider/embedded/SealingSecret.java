package dev.postrider.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that seals links in mails where the stores are embedded: made once a data directory, and kept there. */
final class SealingSecret {

    static final String PROPERTY = "postrider.consent.keys";

    private static final int BYTES = 32;

    private SealingSecret() {}

    static String in(Path directory) throws IOException {
        OwnerOnlyFile file = new OwnerOnlyFile(directory.resolve("consent.key"));
        file.writeOnce(fresh());
        return file.read().strip();
    }

    static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return "embedded:" + Base64.getEncoder().encodeToString(key);
    }
}
