package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** G1: a frozen process that thaws when another has taken its run over. */
@Tag("mongodb")
class FrozenProgramIntegrationTests {

    private static final int PLANNED = 600;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = "SENDING")
    void sendsNothingThatAnotherMayHaveSent(BreakingPoint point) {
        try (Site site = new Site(folder, options -> options.with("signatureWindow", Duration.ofSeconds(3)))
                .recipients(PLANNED)) {
            Program frozen = site.run(point.property("STOP", 3));
            await().atMost(Duration.ofSeconds(60)).until(frozen::frozen);

            JsonNode report = site.run().expectExit(0).json();
            Map<String, Long> acceptedBefore = site.accepted();
            frozen.signal("CONT");

            frozen.expectExit(0);
            assertThat(frozen.errors()).contains("taken over");
            assertThat(site.accepted()).isEqualTo(acceptedBefore);
            assertThat(acceptedBefore.values()).containsOnly(1L);
            assertThat(report.get("sent").asInt() + report.get("unknown").asInt())
                    .isEqualTo(PLANNED);
        }
    }

    @LongProof
    @ParameterizedTest
    @EnumSource(names = {"CLAIMED", "SENT"})
    void whereverItFroze(BreakingPoint point) {
        sendsNothingThatAnotherMayHaveSent(point);
    }
}
