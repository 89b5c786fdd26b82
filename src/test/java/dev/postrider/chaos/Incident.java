package dev.postrider.chaos;

import static dev.postrider.chaos.Disturbance.*;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** A disturbance, and the one that puts it right or does it once more. */
enum Incident {
    KILLED_NODE(3, 0, Cluster.NODES, 500, 4_000, KILL, START),
    FROZEN_NODE(3, 0, Cluster.NODES, 500, 8_000, FREEZE, THAW),
    RESTARTED_NODE(3, 0, Cluster.NODES, 2_000, 5_000, TERMINATE, START),
    FLUSHED_REDIS(3, 0, 1, 100, 3_000, FLUSH_REDIS, FLUSH_REDIS),
    RESTARTED_REDIS(3, 0, 1, 100, 3_000, STOP_REDIS, START_REDIS),
    LOST_REDIS(3, 0, 1, 100, 3_000, STOP_REDIS, START_EMPTY_REDIS),
    RESTARTED_POSTGRES(3, 0, 1, 10, 3_000, STOP_POSTGRES, START_POSTGRES),
    RESETS_BEFORE(3, 2, 8, 500, 3_000, RESET_BEFORE, CALM_SES),
    RESETS_AFTER(3, 2, 8, 500, 3_000, RESET_AFTER, CALM_SES),
    ERRORS(3, 2, 8, 500, 3_000, ANSWER_WITH_ERRORS, CALM_SES),
    THROTTLING(3, 500, 4_000, 1_000, 4_000, THROTTLE, CALM_SES),
    LATENCY(3, 100, 1_500, 1_000, 4_000, SLOW_DOWN, CALM_SES),
    STOPPED_JOB(3, 0, Sequence.RUNS, 1_000, 5_000, STOP_JOB, LAUNCH_RUN),
    STOPPED_RUN(3, 0, Sequence.RUNS, 1_000, 5_000, STOP_RUN, RESUME_RUN),
    COMPLAINTS(3, 0, Sequence.RUNS, 1_000, 5_000, COMPLAIN, RESUME_RUN),
    KILLED_COMMAND(2, 0, Sequence.RUNS, 2_500, 5_000, LAUNCH_RUN, KILL_COMMAND),
    APPROVAL(1, 0, Sequence.RUNS, 500, 4_000, APPROVE_RUN, APPROVE_RUN),
    ABANDONED_RUN(1, 0, Sequence.RUNS, 500, 3_000, STOP_RUN, ABANDON_RUN);

    private static final List<Incident> BY_WEIGHT = Arrays.stream(values())
            .flatMap(incident -> Collections.nCopies(incident.weight, incident).stream())
            .toList();

    private final int weight;
    private final int lowest;
    private final int below;
    private final int shortest;
    private final int longest;
    private final Disturbance begin;
    private final Disturbance end;

    /**
     * @param weight how often it comes, beside the others
     * @param lowest of the numbers of nodes, runs or settings that there are to choose from
     * @param shortest milliseconds from its beginning to its end
     */
    Incident(int weight, int lowest, int below, int shortest, int longest, Disturbance begin, Disturbance end) {
        this.weight = weight;
        this.lowest = lowest;
        this.below = below;
        this.shortest = shortest;
        this.longest = longest;
        this.begin = begin;
        this.end = end;
    }

    static List<Step> any(RandomGenerator random, Duration within) {
        Incident incident = BY_WEIGHT.get(random.nextInt(BY_WEIGHT.size()));
        return incident.steps(random, random.nextInt((int) within.toMillis()));
    }

    private List<Step> steps(RandomGenerator random, int at) {
        return steps(random, at, random.nextInt(lowest, below));
    }

    /** With this number, some time after the beginning. */
    List<Step> of(int number, RandomGenerator random, Duration within) {
        return steps(random, random.nextInt((int) within.toMillis()), number);
    }

    private List<Step> steps(RandomGenerator random, int at, int number) {
        long lasts = random.nextInt(shortest, longest);
        return List.of(
                new Step(Duration.ofMillis(at), begin, number), new Step(Duration.ofMillis(at + lasts), end, number));
    }
}
