package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** G1, G2, G3 when a person has a run's leavings sent again. */
@Tag("mongodb")
class ResendIntegrationTests {

    private static final int PLANNED = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What is promised for a stop to be noticed, and as much for the process to end. */
    private static final Duration STOP = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @LongProof
    @Test
    void aResendKilledInTheMiddleIsContinuedAndNobodyGetsMoreThanOneAnAttempt() {
        try (Site site = new Site(folder).recipients(PLANNED)) {
            site.with(Map.of("postrider.resend.min-age", "0s"));
            site.simulator().change("resetAfterEvery", 2);
            int unknown = site.run().expectExit(0).json().get("unknown").asInt();
            assertThat(unknown).isGreaterThan(50);
            site.simulator().change("resetAfterEvery", 0);

            resend(site, "--unknown", BreakingPoint.SENT.property("KILL", 1)).expectKilled();
            JsonNode second = resend(site, "--unknown").expectExit(0).json();

            assertThat(second.get("state").asString()).isEqualTo("COMPLETED");
            assertThat(second.get("attempt").asInt()).isEqualTo(2);
            assertThat(second.get("selected").asInt()).isEqualTo(unknown);
            int left = second.get("unknown").asInt();
            assertThat(left).isBetween(1, 50);
            assertThat(second.get("sent").asInt()).isEqualTo(unknown - left);
            assertThat(attempts(site).values()).containsOnly(1L);
            assertThat(site.messages()).hasSize(PLANNED + unknown);

            rejectedOnesAreSentAgainOnceTheirAddressIsRight(site, left);
            addsUp(site, unknown);
            assertThat(site.collection("audit").countDocuments(Filters.eq("action", "RESENT")))
                    .isEqualTo(3);
        }
    }

    @LongProof
    @Test
    void aResendIsStoppedByTheCommandAndContinued() {
        try (Site site = new Site(folder).recipients(PLANNED)) {
            site.with(Map.of("postrider.resend.min-age", "0s", "postrider.ses.account-refresh", "10ms"));
            site.simulator().change("resetAfterEvery", 1);
            site.run().expectExit(0);
            site.simulator().change("resetAfterEvery", 0);
            site.simulator().change("maxSendRate", 5);
            Program resend = resend(site, "--unknown");
            await().atMost(PATIENCE).until(() -> site.simulator().stats().accepted() > PLANNED);

            site.start(List.of(), "run", "stop", Site.RUN).expectExit(0);

            await().atMost(STOP).until(() -> !resend.alive());
            assertThat(resend.expectExit(1).json().get("state").asString()).isEqualTo("STOPPED");
            assertThat(site.messages()).hasSizeLessThan(2 * PLANNED);
            site.simulator().change("maxSendRate", 5_000);
            resend(site, "--unknown").expectExit(0);
            assertThat(attempts(site)).hasSize(2 * PLANNED);
            assertThat(attempts(site).values()).containsOnly(1L);
        }
    }

    private static void rejectedOnesAreSentAgainOnceTheirAddressIsRight(Site site, int unknown) {
        String recipient = site.ledger().entrySet().stream()
                .filter(delivery -> delivery.getValue().equals("UNKNOWN"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        address(site, recipient, "not an address");
        JsonNode third = resend(site, "--unknown").expectExit(0).json();
        assertThat(third.get("sent").asInt()).isEqualTo(unknown - 1);
        assertThat(third.get("rejected").asInt()).isEqualTo(1);
        address(site, recipient, "success+" + recipient + "@simulator.amazonses.com");

        JsonNode fourth = resend(site, "--rejected").expectExit(0).json();

        assertThat(fourth.get("attempt").asInt()).isEqualTo(4);
        assertThat(fourth.get("sent").asInt()).isEqualTo(1);
        assertThat(site.ledger().values()).containsOnly("SENT");
        assertThat(attempts(site).values()).containsOnly(1L);
    }

    private static void addsUp(Site site, int resent) {
        JsonNode run = site.json("run", "show", Site.RUN);
        assertThat(run.get("state").asString()).isEqualTo("COMPLETED");
        assertThat(run.get("sent").asInt()).isEqualTo(PLANNED);
        assertThat(run.get("claimed").asInt()).isZero();
        assertThat(run.get("resent").asInt()).isEqualTo(resent);
    }

    private static Program resend(Site site, String which, String... jvmOptions) {
        return site.start(List.of(jvmOptions), "run", "resend", Site.RUN, which, "--yes", "--json");
    }

    private static void address(Site site, String recipient, String email) {
        site.collection("recipients").updateOne(Filters.eq("_id", recipient), Updates.set("email", email));
    }

    /** Messages at SES by recipient and the attempt that their tags name. */
    private static Map<String, Long> attempts(Site site) {
        return site.messages().stream()
                .map(message -> message.get("to") + " "
                        + message.get("tags").path("attempt").asString("1"))
                .collect(Collectors.groupingBy(message -> message, Collectors.counting()));
    }
}
