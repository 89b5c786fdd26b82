package dev.postrider.chaos;

import java.time.Duration;
import java.util.Locale;

/** One disturbance at its time after the first mail. */
record Step(Duration at, Disturbance disturbance, int number) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%+.1f s %s", at.toMillis() / 1000.0, disturbance.describe(number));
    }
}
