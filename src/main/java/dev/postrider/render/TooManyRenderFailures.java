package dev.postrider.render;

import java.util.Locale;

/** More renders failed than the run allows. */
public final class TooManyRenderFailures extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyRenderFailures(long failed, long planned, double allowed, String lastReason) {
        super(String.format(
                Locale.ROOT,
                "%d of %d planned recipients could not be rendered, more than the %.3g %% allowed; the last one: %s",
                failed,
                planned,
                allowed * 100,
                lastReason));
    }
}
