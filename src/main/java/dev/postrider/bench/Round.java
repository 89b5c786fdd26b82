package dev.postrider.bench;

import org.jspecify.annotations.Nullable;

/**
 * What a contender did in one round.
 *
 * @param messages that SES took
 * @param seconds from the first render, or request, to the last outcome
 * @param effort what it took inside the process, of the campaign job only
 */
public record Round(long messages, double seconds, @Nullable Effort effort) {

    public double perSecond() {
        return messages / seconds;
    }
}
