package dev.postrider.limits;

import java.time.Duration;

/**
 * A token bucket under a rate that holds in <em>every</em> second. Permits are used up to their validity after the grant,
 * so those used in one second were granted in a window of {@code w = 1 s + validity}, in which the bucket grants fewer
 * than {@code burst + fill * w + 1}. With {@code fill = (rate - burst + 1) / w} that is at most {@code rate}.
 *
 * @param burst most permits at once
 * @param fill permits a second
 */
record Pace(double burst, double fill) {

    static final Pace UNLIMITED = new Pace(0, 0);

    /** Share of a second's permits that may be taken at once: more costs rate, less loses it to late callers. */
    private static final double BURST_SHARE = 0.05;

    /** For rounded clocks on either side. */
    private static final double MARGIN_SECONDS = 0.005;

    /** @param rate most in any second, negative for no limit; below 1 it is one in every {@code 1 / rate} seconds */
    static Pace of(double rate, Duration validity) {
        if (rate < 0) {
            return UNLIMITED;
        }
        double window = 1 + MARGIN_SECONDS + validity.toNanos() / 1e9;
        if (rate < 1) {
            return new Pace(1, rate / window);
        }
        double whole = Math.floor(rate);
        double burst = Math.max(1, Math.floor(whole * BURST_SHARE));
        return new Pace(burst, (whole - burst + 1) / window);
    }

    boolean isUnlimited() {
        return burst == 0;
    }

    double sustained() {
        return isUnlimited() ? Double.POSITIVE_INFINITY : fill;
    }

    /** Permits of the burst that a campaign leaves for transactional mail; none where there is only one. */
    double reserve(double share) {
        return share == 0 || burst < 2 ? 0 : Math.min(burst - 1, Math.ceil(burst * share));
    }
}
