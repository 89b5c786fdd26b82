package dev.postrider.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its file in {@code jobs/} defines it.
 *
 * @param segment a MongoDB filter on recipients, which {@link dev.postrider.recipient.Segment} takes; empty for everybody
 * @param source the file's text, which {@link #parse} reads back to an equal definition
 */
public record CampaignDefinition(
        String campaign,
        @Nullable String description,
        @Nullable Schedule schedule,
        String from,
        @Nullable String replyTo,
        String template,
        Map<String, Object> segment,
        @Nullable Inactivity inactivity,
        @Nullable Limits limits,
        @Nullable Rollout rollout,
        String source) {

    /**
     * When the campaign runs.
     *
     * @param cron five fields
     * @param grace how late a missed slot is still caught up
     */
    public record Schedule(
            String cron, @Nullable ZoneId zone, @Nullable Duration grace) {}

    /** Leaves out who has been marked at {@code below} days or later. */
    public record Inactivity(int below) {}

    /**
     * Limits of one run.
     *
     * @param maxRecipients a plan with more recipients fails
     * @param rate recipients a second
     */
    public record Limits(
            @Nullable Long maxRecipients, @Nullable Double rate) {}

    /**
     * A first share of the recipients, then a pause to watch bounces and complaints.
     *
     * @param first share, 0 to 1
     */
    public record Rollout(double first, Duration watch) {}

    /** The campaign's zone, UTC where it names none. */
    public ZoneId zone() {
        return schedule == null || schedule.zone() == null ? ZoneOffset.UTC : schedule.zone();
    }

    /** SHA-256 of the file's text, in hex. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Reads a definition.
     *
     * @param file name of the file, for messages
     * @throws InvalidCampaign with file, line and cause
     */
    public static CampaignDefinition parse(String file, String text) {
        return CampaignReader.read(file, text);
    }
}
