package dev.postrider.cli.job;

import dev.postrider.operations.Jobs;
import dev.postrider.operations.StepView;
import dev.postrider.terminal.Gauge;
import dev.postrider.terminal.Progress;
import dev.postrider.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The progress of the jobs at work in this process, by what their steps have read. */
public final class JobProgress {

    private JobProgress() {}

    static <T> T during(Terminal terminal, Jobs jobs, Supplier<T> work) {
        return during(terminal, jobs, step -> 0, work);
    }

    /** @param total of a step by its name, 0 where it is not known */
    public static <T> T during(Terminal terminal, Jobs jobs, ToLongFunction<String> total, Supplier<T> work) {
        return Progress.during(terminal, () -> gauges(jobs.ownSteps(), total), work);
    }

    /** Of a partitioned step ({@code name}, {@code name:0}, ...) only its partitions count. */
    private static List<Gauge> gauges(List<StepView> steps, ToLongFunction<String> total) {
        Map<String, Long> read = new LinkedHashMap<>();
        for (StepView step : steps) {
            String name = step.name().replaceFirst(":.*", "");
            read.merge(name, step.name().equals(name) ? 0 : step.read(), Long::sum);
        }
        for (StepView step : steps) {
            read.computeIfPresent(step.name(), (name, partitions) -> Math.max(partitions, step.read()));
        }
        return read.entrySet().stream()
                .map(step -> new Gauge(step.getKey(), step.getValue(), total.applyAsLong(step.getKey())))
                .toList();
    }
}
