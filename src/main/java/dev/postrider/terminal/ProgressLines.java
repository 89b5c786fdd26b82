package dev.postrider.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Steps as lines: done of total, rate, time left. Steps stay listed once they were seen. Not thread-safe. */
final class ProgressLines {

    private static final int BAR = 24;
    private static final int MIN_COLUMNS = 90;

    private final Map<String, StepClock> steps = new LinkedHashMap<>();
    private final Terminal terminal;

    ProgressLines(Terminal terminal) {
        this.terminal = terminal;
    }

    void see(List<Gauge> gauges, long nanos) {
        for (Gauge gauge : gauges) {
            if (gauge.done() == 0 && gauge.total() == 0) {
                continue;
            }
            steps.computeIfAbsent(gauge.step(), step -> new StepClock(gauge, nanos))
                    .see(gauge, nanos);
        }
    }

    /** One line a step, with a bar. */
    List<String> bars() {
        List<String> lines = new ArrayList<>();
        int width = steps.keySet().stream().mapToInt(String::length).max().orElse(0);
        steps.forEach((name, clock) -> lines.add("  "
                + terminal.err(Style.BOLD, name + " ".repeat(width - name.length())) + "  " + bar(clock)));
        return lines;
    }

    /** All steps that are at work in one line, empty if none is. */
    String line() {
        return steps.values().stream()
                .filter(clock -> !clock.latest().complete())
                .map(clock -> clock.latest().step() + " " + amount(clock.latest()) + speed(clock))
                .collect(Collectors.joining("; "));
    }

    /** What each step did, once all is over. */
    List<String> summary() {
        return steps.values().stream()
                .filter(clock -> clock.latest().done() > 0)
                .map(clock -> clock.latest().step() + " " + amount(clock.latest()) + " in " + Text.of(clock.elapsed())
                        + average(clock))
                .toList();
    }

    private String bar(StepClock clock) {
        Gauge gauge = clock.latest();
        String text = gauge.complete()
                ? amount(gauge) + "  " + Text.of(clock.elapsed()) + average(clock)
                : amount(gauge) + speed(clock);
        if (gauge.total() <= 0 || terminal.columns() < MIN_COLUMNS) {
            return text;
        }
        int filled = (int) Math.min(BAR, BAR * gauge.done() / gauge.total());
        String bar = terminal.err(Style.GREEN, "█".repeat(filled)) + terminal.err(Style.DIM, "░".repeat(BAR - filled));
        return bar + "  " + text;
    }

    private static String amount(Gauge gauge) {
        return gauge.total() <= 0 ? Text.of(gauge.done()) : Text.of(gauge.done()) + " of " + Text.of(gauge.total());
    }

    private static String speed(StepClock clock) {
        double rate = clock.rate();
        String text = rate > 0 ? "  " + perSecond(rate) : "";
        Duration left = clock.left();
        return left.isZero() ? text : text + "  " + Text.of(left) + " left";
    }

    private static String average(StepClock clock) {
        double rate = clock.averageRate();
        return rate > 0 ? "  " + perSecond(rate) : "";
    }

    private static String perSecond(double rate) {
        return rate < 10 ? String.format(Locale.ROOT, "%.1f/s", rate) : Text.of(Math.round(rate)) + "/s";
    }
}
