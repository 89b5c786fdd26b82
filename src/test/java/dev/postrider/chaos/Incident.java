package dev.postrider.chaos;

import static dev.postrider.chaos.Disturbance.*;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** A disturbance, and the one that puts it right or does it once more. */
enum Incident {
    KILLED_NODE(0, Cluster.NODES, 500, 4_000, KILL, START),
    FROZEN_NODE(0, Cluster.NODES, 500, 8_000, FREEZE, THAW),
    RESTARTED_NODE(0, Cluster.NODES, 2_000, 5_000, TERMINATE, START),
    FLUSHED_REDIS(0, 1, 100, 3_000, FLUSH_REDIS, FLUSH_REDIS),
    RESTARTED_REDIS(0, 1, 100, 3_000, STOP_REDIS, START_REDIS),
    LOST_REDIS(0, 1, 100, 3_000, STOP_REDIS, START_EMPTY_REDIS),
    RESTARTED_POSTGRES(0, 1, 10, 3_000, STOP_POSTGRES, START_POSTGRES),
    RESETS_BEFORE(2, 8, 500, 3_000, RESET_BEFORE, CALM_SES),
    RESETS_AFTER(2, 8, 500, 3_000, RESET_AFTER, CALM_SES),
    ERRORS(2, 8, 500, 3_000, ANSWER_WITH_ERRORS, CALM_SES),
    THROTTLING(500, 4_000, 1_000, 4_000, THROTTLE, CALM_SES),
    LATENCY(100, 1_500, 1_000, 4_000, SLOW_DOWN, CALM_SES),
    STOPPED_RUN(0, Cluster.RUNS, 1_000, 5_000, STOP_RUN, LAUNCH_RUN);

    private final int lowest;
    private final int below;
    private final int shortest;
    private final int longest;
    private final Disturbance begin;
    private final Disturbance end;

    /**
     * @param lowest of the numbers of nodes, runs or settings that there are to choose from
     * @param shortest milliseconds from its beginning to its end
     */
    Incident(int lowest, int below, int shortest, int longest, Disturbance begin, Disturbance end) {
        this.lowest = lowest;
        this.below = below;
        this.shortest = shortest;
        this.longest = longest;
        this.begin = begin;
        this.end = end;
    }

    static List<Step> any(RandomGenerator random, Duration within) {
        Incident incident = values()[random.nextInt(values().length)];
        return incident.steps(random, random.nextInt((int) within.toMillis()));
    }

    private List<Step> steps(RandomGenerator random, int at) {
        int number = random.nextInt(lowest, below);
        long lasts = random.nextInt(shortest, longest);
        return List.of(
                new Step(Duration.ofMillis(at), begin, number), new Step(Duration.ofMillis(at + lasts), end, number));
    }
}
