package dev.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.LongProof;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchIntegrationTests {

    @TempDir
    Path directory;

    @Test
    void measuresTheCampaignAndWhatItIsComparedWith() {
        JsonNode result = bench("--recipients", "400", "--warm-up", "1", "--rounds", "1", "--json")
                .expectExit(0)
                .json();

        assertThat(result.get("emailsPerSecond").asDouble()).isPositive();
        assertThat(result.get("naive").asDouble()).isPositive();
        assertThat(result.get("floor").asDouble()).isPositive();
        assertThat(result.get("rounds")
                        .valueStream()
                        .map(lap -> lap.get("warmUp").asBoolean()))
                .containsExactly(true, true, true, false, false, false);
        assertThat(result.get("peakHeapBytes").asLong()).isBetween(10_000_000L, 512L << 20);
        assertThat(result.get("peakRedisBytes").asLong()).isPositive();
        JsonNode cpu = result.get("cpuMicrosPerEmail");
        assertThat(cpu.propertyNames()).containsExactlyInAnyOrder("worker", "simulator", "stores", "redis", "total");
        assertThat(cpu.get("worker").asDouble()).isPositive();
        assertThat(result.get("stageCpuMicrosPerEmail").get("render").asDouble())
                .isPositive();
        assertThat(directory.resolve(".postrider/bench/result.json")).content().contains("emailsPerSecond");
        assertThat(directory.resolve(".postrider/bench/stores.properties")).doesNotExist();
    }

    @LongProof
    @Test
    void singleSendsAloneOnASlowSes() {
        JsonNode result = bench(
                        "--recipients",
                        "60",
                        "--warm-up",
                        "0",
                        "--rounds",
                        "1",
                        "--alone",
                        "--transport",
                        "single",
                        "--latency",
                        "20",
                        "--json")
                .expectExit(0)
                .json();

        double mostOfTenThreads = 10 * 1_000 / 20.0;
        assertThat(result.get("emailsPerSecond").asDouble()).isBetween(1.0, mostOfTenThreads);
        assertThat(result.has("naive")).isFalse();
    }

    @Test
    void saysWhatIsWrongWithAnOption() {
        ChildProgram bench = bench("--recipients", "0").expectExit(2);

        assertThat(bench.err()).startsWith("postrider: --recipients is 1 or more");
    }

    private ChildProgram bench(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "bench";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return ChildProgram.run(directory, arguments);
    }
}
