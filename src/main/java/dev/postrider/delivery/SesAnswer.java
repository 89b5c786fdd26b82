package dev.postrider.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of one request to SES. */
sealed interface SesAnswer {

    /**
     * SES answered.
     *
     * @param errorCode the kind of error, null where none is named
     * @param date SES's clock
     */
    record Answered(
            int status,
            @Nullable String errorCode,
            String body,
            @Nullable Instant date) implements SesAnswer {}

    /** Not a byte of the body was written. */
    record NotWritten(String cause) implements SesAnswer {}

    /** The request was begun, and no readable answer came. */
    record Broken(String cause) implements SesAnswer {}

    /** There is nothing to sign with, or nowhere to send to. */
    record NotConfigured(String cause) implements SesAnswer {}
}
