package dev.postrider.cli.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** CPU time that processes have used so far, in seconds, by what they are. */
record CpuTimes(Map<String, Double> seconds) {

    /** Of the contender and all others. */
    static CpuTimes of(ProcessHandle worker, BenchSite site) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("worker", used(worker));
        seconds.put("simulator", used(site.simulator()));
        site.stores().ifPresent(stores -> {
            seconds.put("stores", used(stores));
            seconds.put("redis", redis(stores));
        });
        return new CpuTimes(seconds);
    }

    private static double redis(ProcessHandle stores) {
        return stores.descendants()
                .filter(CpuTimes::isRedis)
                .mapToDouble(CpuTimes::used)
                .sum();
    }

    /** Not the shell around it. */
    private static boolean isRedis(ProcessHandle process) {
        return process.info().command().orElse("").contains("redis-server");
    }

    private static double used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Microseconds a message since then. */
    Map<String, Double> microsSince(CpuTimes earlier, long messages) {
        Map<String, Double> micros = new TreeMap<>();
        seconds.forEach((process, used) ->
                micros.put(process, (used - earlier.seconds.getOrDefault(process, 0.0)) * 1e6 / messages));
        micros.put(
                "total",
                micros.values().stream().mapToDouble(Double::doubleValue).sum());
        return micros;
    }
}
