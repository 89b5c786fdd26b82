package dev.postrider.frequency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whom a run leaves out for the mails that they have had.
 *
 * @param topic whose mails count, those of any campaign; null: of all campaigns that name no topic
 * @param mails who has had so many, or more, gets none
 * @param window counted back from now
 */
public record FrequencyCap(@Nullable String topic, int mails, Duration window) {}
