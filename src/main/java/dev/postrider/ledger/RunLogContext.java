package dev.postrider.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.MDC;

/**
 * What log lines of one run carry beside their text: {@value #RUN}, and {@value #TRACE}, an id in W3C's format. It is
 * derived from the run's id, so that every process that works on the run writes the same one without being told, also
 * after a relaunch.
 */
public final class RunLogContext {

    static final String RUN = "run";
    static final String TRACE = "traceId";

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private RunLogContext() {}

    /** From now on the lines of this thread are of the run. */
    public static void begin(RunId run) {
        MDC.put(RUN, run.value());
        MDC.put(TRACE, digest(run.value(), TRACE_BYTES));
    }

    /** From now on they are of none. */
    public static void end() {
        MDC.remove(RUN);
        MDC.remove(TRACE);
    }

    /** An id in W3C's format for a part of a run. */
    public static String spanId(RunId run, String part) {
        return digest(run.value() + " " + part, SPAN_BYTES);
    }

    private static String digest(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
