package dev.postrider.loadtest;

import org.HdrHistogram.Histogram;

/** How long requests took, in milliseconds; the percentiles are exact to a thousandth. */
public record Latency(long requests, double p50, double p90, double p99, double max) {

    /** @param micros of requests */
    static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                millis(micros.getValueAtPercentile(50)),
                millis(micros.getValueAtPercentile(90)),
                millis(micros.getValueAtPercentile(99)),
                millis(micros.getMaxValue()));
    }

    private static double millis(long micros) {
        return Math.round(micros / 10.0) / 100.0;
    }
}
