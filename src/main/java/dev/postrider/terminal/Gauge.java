package dev.postrider.terminal;

/**
 * How far one step is.
 *
 * @param total 0 while it is not known
 */
public record Gauge(String step, long done, long total) {

    boolean complete() {
        return total > 0 && done >= total;
    }
}
