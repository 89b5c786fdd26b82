package dev.postrider.chaos;

import dev.postrider.program.BreakingPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is done to a cluster: a function of the seed, and of nothing else.
 *
 * @param resending what is sent again of a run that is over
 */
record Sequence(long seed, List<CampaignKind> kinds, List<Step> steps, Resending resending) {

    /** One of each campaign, and a second one of the schedule. */
    static final int RUNS = 5;

    private static final int MOST_WORKERS = Cluster.NODES - 1;

    private static final Duration LENGTH = Duration.ofSeconds(8);

    private static final List<BreakingPoint> BREAKING_POINTS =
            List.of(BreakingPoint.CLAIMED, BreakingPoint.SENDING, BreakingPoint.SENT, BreakingPoint.SETTLED);

    static Sequence of(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<CampaignKind> kinds = kinds(random);
        return new Sequence(seed, kinds, steps(random, kinds), resending(random));
    }

    /** The plain one, that of the schedule, and two of the others. */
    private static List<CampaignKind> kinds(RandomGenerator random) {
        List<CampaignKind> others = new ArrayList<>(List.of(CampaignKind.values()));
        others.removeAll(List.of(CampaignKind.PLAIN, CampaignKind.SCHEDULED));
        return List.of(
                CampaignKind.PLAIN,
                others.remove(random.nextInt(others.size())),
                others.remove(random.nextInt(others.size())),
                CampaignKind.SCHEDULED);
    }

    private static List<Step> steps(RandomGenerator random, List<CampaignKind> kinds) {
        Stream<List<Step>> anything =
                IntStream.range(0, random.nextInt(4, 9)).mapToObj(i -> Incident.any(random, LENGTH));
        Stream<List<Step>> approvals = IntStream.range(0, kinds.size())
                .filter(number -> kinds.get(number).gates().contains(Gate.APPROVAL))
                .mapToObj(number -> Incident.APPROVAL.of(number, random, LENGTH));
        return Stream.concat(anything, approvals)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }

    private static Resending resending(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Resending.NONE;
            case 1 -> new Resending(Attempt.REJECTED, List.of());
            default ->
                new Resending(
                        Attempt.UNKNOWN,
                        List.of(BREAKING_POINTS
                                .get(random.nextInt(BREAKING_POINTS.size()))
                                .property("KILL", random.nextInt(1, 3))));
        };
    }

    /** Of the nodes; at least one is none, which takes over what others leave. */
    int workers() {
        return (int) Math.floorMod(seed, MOST_WORKERS + 1L);
    }

    String describe(Step step) {
        return "seed " + seed + ": " + step;
    }
}
