package dev.postrider.inactivity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the job has found out about one recipient.
 *
 * @param dated whether any activity is known; if not, the recipient is left alone
 * @param stage the stage reached, null while active
 * @param marked the stage with which the recipient is marked up to now
 */
record Finding(
        String recipient,
        boolean dated,
        @Nullable Integer stage,
        @Nullable Integer marked) {

    boolean changes() {
        return dated && !Objects.equals(stage, marked);
    }
}
