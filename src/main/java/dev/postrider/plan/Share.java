package dev.postrider.plan;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A share of a run's recipients: chosen at random, so that it tells of the others, and by a hash of run and recipient, so that
 * it is always the same.
 *
 * @param fraction 0 to 1
 */
public record Share(RunId run, double fraction) {

    private static final double UNIT = 0x1p-53;

    public boolean has(RecipientId recipient) {
        byte[] hash = sha256().digest((run.value() + '|' + recipient.value()).getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * UNIT < fraction;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
