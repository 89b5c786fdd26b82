package dev.postrider.ses;

import dev.postrider.delivery.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of one request to SES. */
sealed interface SesAnswer {

    /**
     * SES answered.
     *
     * @param errorCode the kind of error, null where none is named
     * @param date SES's clock, told with errors
     */
    record Answered(
            int status,
            @Nullable String errorCode,
            String body,
            @Nullable Instant date) implements SesAnswer {

        boolean success() {
            return status / 100 == 2;
        }
    }

    /**
     * No readable answer came.
     *
     * @param outcome of each message in the request
     */
    record NoAnswer(Outcome outcome) implements SesAnswer {}
}
