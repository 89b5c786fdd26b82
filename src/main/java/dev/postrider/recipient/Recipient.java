package dev.postrider.recipient;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person who gets mail.
 *
 * @param email the address as given, used for sending
 * @param address the normalised address, used for comparison
 * @param attributes free values: String, Boolean, Integer, Long, Double, Instant, and lists and maps of these
 * @param inactivityStage days of the stage the recipient has been marked with, null while active
 */
public record Recipient(
        RecipientId id,
        String email,
        String address,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable Instant signedUpAt,
        @Nullable Instant lastActiveAt,
        Subscription subscription,
        List<RecipientId> friends,
        Map<String, Object> attributes,
        @Nullable Integer inactivityStage) {}
