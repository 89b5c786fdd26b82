package dev.postrider.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postrider.bench.ContenderKind;
import dev.postrider.bench.Effort;
import dev.postrider.bench.Round;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bench found; where nothing else is said, the median of the rounds after the warm-up.
 *
 * @param emailsPerSecond of the campaign job, end to end
 * @param naive emails/s of one recipient at a time, through the SDK's SendEmail
 * @param floor emails/s of nothing but the SDK's SendBulkEmail
 * @param cpuMicrosPerEmail of the campaign job, by process
 * @param stageCpuMicrosPerEmail of the worker, by stage; {@code jvm} is compiler and garbage collector
 * @param peakHeapBytes of the worker, the most of all rounds, garbage included
 * @param peakRedisBytes the most of all rounds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BenchResult(
        double emailsPerSecond,
        @Nullable Double naive,
        @Nullable Double floor,
        Map<String, Double> cpuMicrosPerEmail,
        Map<String, Double> stageCpuMicrosPerEmail,
        long peakHeapBytes,
        long peakLiveHeapBytes,
        long peakRedisBytes,
        double gcShare,
        double firstMailSeconds,
        Map<String, Spread> spread,
        Setting setting,
        List<Lap> rounds) {

    /** What was measured, and on what. */
    record Setting(
            int recipients,
            int htmlSize,
            String transport,
            long latencyMillis,
            String javaOptions,
            String java,
            int processors) {

        static Setting of(BenchOptions options) {
            return new Setting(
                    options.recipients(),
                    options.htmlSize(),
                    options.transport().name().toLowerCase(Locale.ROOT),
                    options.latency(),
                    String.join(" ", options.javaOptions()),
                    Runtime.version().toString(),
                    Runtime.getRuntime().availableProcessors());
        }
    }

    static BenchResult of(BenchOptions options, List<Lap> laps) {
        List<Lap> own = of(laps, ContenderKind.CAMPAIGN);
        Map<String, Spread> spread = new TreeMap<>();
        spread.put("emailsPerSecond", speed(own));
        Stream.of(ContenderKind.NAIVE, ContenderKind.FLOOR)
                .filter(other -> !of(laps, other).isEmpty())
                .forEach(other -> spread.put(other.name().toLowerCase(Locale.ROOT), speed(of(laps, other))));
        return new BenchResult(
                speed(own).median(),
                median(spread.get("naive")),
                median(spread.get("floor")),
                medians(own.stream().map(Lap::cpuMicrosPerEmail).toList()),
                medians(own.stream().map(BenchResult::stages).toList()),
                most(own, Effort::peakHeapBytes),
                most(own, Effort::peakLiveHeapBytes),
                most(own, Effort::peakRedisBytes),
                Spread.of(efforts(own).map(Effort::gcShare).toList()).median(),
                Spread.of(efforts(own).map(Effort::firstMailSeconds).toList()).median(),
                spread,
                Setting.of(options),
                laps);
    }

    private static List<Lap> of(List<Lap> laps, ContenderKind kind) {
        return laps.stream()
                .filter(lap -> lap.contender() == kind && !lap.warmUp())
                .toList();
    }

    private static Spread speed(List<Lap> laps) {
        return Spread.of(laps.stream().map(Lap::round).map(Round::perSecond).toList());
    }

    private static @Nullable Double median(@Nullable Spread spread) {
        return spread == null ? null : spread.median();
    }

    private static Map<String, Double> stages(Lap lap) {
        Map<String, Double> stages = new TreeMap<>();
        Effort effort = lap.round().effort();
        if (effort != null) {
            effort.stageCpuSeconds()
                    .forEach((stage, seconds) ->
                            stages.put(stage, seconds * 1e6 / lap.round().messages()));
        }
        double known = stages.values().stream().mapToDouble(Double::doubleValue).sum();
        stages.put("jvm", Math.max(0, lap.cpuMicrosPerEmail().getOrDefault("worker", 0.0) - known));
        return stages;
    }

    private static Map<String, Double> medians(List<Map<String, Double>> rounds) {
        TreeSet<String> names = new TreeSet<>();
        rounds.forEach(round -> names.addAll(round.keySet()));
        Map<String, Double> medians = new TreeMap<>();
        names.forEach(name -> medians.put(
                name,
                Spread.of(rounds.stream()
                                .map(round -> round.getOrDefault(name, 0.0))
                                .toList())
                        .median()));
        return medians;
    }

    private static Stream<Effort> efforts(List<Lap> laps) {
        return laps.stream().map(lap -> lap.round().effort()).filter(Objects::nonNull);
    }

    private static long most(List<Lap> laps, ToDoubleFunction<Effort> figure) {
        return (long) efforts(laps).mapToDouble(figure).max().orElse(0);
    }
}
