package dev.postrider.chaos;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** What is done to a cluster: a function of the seed, and of nothing else. */
record Sequence(long seed, List<Step> steps) {

    private static final int MOST_WORKERS = Cluster.NODES - 1;

    private static final Duration LENGTH = Duration.ofSeconds(8);

    static Sequence of(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Step> steps = IntStream.range(0, random.nextInt(4, 9))
                .mapToObj(i -> Incident.any(random, LENGTH))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Step::at))
                .toList();
        return new Sequence(seed, steps);
    }

    /** Of the nodes; at least one is none, which takes over what others leave. */
    int workers() {
        return (int) Math.floorMod(seed, MOST_WORKERS + 1L);
    }

    String describe(Step step) {
        return "seed " + seed + ": " + step;
    }
}
