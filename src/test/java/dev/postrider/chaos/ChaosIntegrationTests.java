package dev.postrider.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/** G1, G2, G3, G5 and G8 whatever comes together: {@code ./mvnw verify -Pchaos -Dchaos.seeds=N -Dchaos.first=SEED}. */
@Tag("chaos")
class ChaosIntegrationTests {

    static LongStream seeds() {
        long first = Long.getLong("postrider.chaos.first", 1);
        return LongStream.range(first, first + Long.getLong("postrider.chaos.seeds", 1));
    }

    /** Of a seed that fails, its folder stays, with what the nodes said. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everybodyIsAtSesOnceOrUnknown(long seed) throws Exception {
        Path folder = Path.of("target", "chaos", "seed-" + seed).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Sequence sequence = Sequence.of(seed);
        System.out.println("seed " + seed + ": " + sequence.kinds() + ", resends " + sequence.resending());
        try (Cluster cluster = new Cluster(folder, sequence)) {
            cluster.start();
            play(sequence, cluster);
            cluster.recover();
            new Aftermath(cluster.operator(), cluster.commands())
                    .awaitEnd(cluster.runs(), new Resend(cluster, sequence.resending()));
            cluster.end();

            assertThat(new Judge(cluster).offences())
                    .as("offences of seed %d, see %s", seed, folder)
                    .isEmpty();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private static void play(Sequence sequence, Cluster cluster) throws Exception {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        try {
            List<? extends Future<?>> steps = sequence.steps().stream()
                    .map(step -> thread.schedule(
                            () -> {
                                System.out.println(sequence.describe(step));
                                step.disturbance().happenTo(cluster, step.number());
                            },
                            step.at().toMillis(),
                            TimeUnit.MILLISECONDS))
                    .toList();
            for (Future<?> step : steps) {
                step.get();
            }
        } finally {
            thread.shutdownNow();
        }
    }
}
