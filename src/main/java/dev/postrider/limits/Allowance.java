package dev.postrider.limits;

import org.jspecify.annotations.Nullable;

/**
 * What may be sent now, for people to read.
 *
 * @param perSecond recipients a second that are sustained, null for no limit
 * @param left recipients that a campaign may still send in the present 24 hours, null for no limit
 */
public record Allowance(
        @Nullable Double perSecond, @Nullable Long left) {}
