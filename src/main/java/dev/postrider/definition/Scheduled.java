package dev.postrider.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a file in {@code jobs/} defines. */
public sealed interface Scheduled permits CampaignDefinition, JobDefinition {

    /** Of the campaign or job, and of the file. */
    String name();

    @Nullable
    Schedule schedule();

    /** The text of the file. */
    String source();

    /** SHA-256 of the file's text, in hex. */
    default String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The schedule's zone, UTC where it names none. */
    default ZoneId zone() {
        Schedule schedule = schedule();
        return schedule == null || schedule.zone() == null ? ZoneOffset.UTC : schedule.zone();
    }
}
