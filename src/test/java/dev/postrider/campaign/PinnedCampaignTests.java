package dev.postrider.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import dev.postrider.rollout.Thresholds;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PinnedCampaignTests {

    private static final Thresholds SETTINGS = new Thresholds(0.05, 0.001, 5, 1);

    @Test
    void aCampaignsOwnThresholdsGoBeforeThoseOfTheSettings() {
        assertThat(thresholds("guard: { bounces: 3%, complaints: 0.05%, fewBounces: 10, fewComplaints: 0 }"))
                .isEqualTo(new Thresholds(0.03, 0.0005, 10, 0));
    }

    @Test
    void whatACampaignDoesNotSayIsAsTheSettingsSay() {
        assertThat(thresholds("")).isEqualTo(SETTINGS);
        assertThat(thresholds("guard: { complaints: 1% }")).isEqualTo(new Thresholds(0.05, 0.01, 5, 1));
    }

    private static Thresholds thresholds(String keys) {
        Run run = new Run(
                new RunId("weekly@20261124T090000Z"),
                RunState.PLANNED,
                0,
                null,
                LocalDate.parse("2026-11-24"),
                """
                campaign: weekly
                from: rewards@mail.example.com
                template: weekly
                segment: {}
                %s
                """.formatted(keys),
                null,
                "hash",
                null,
                new TreeMap<>(),
                false,
                null,
                null,
                null,
                null,
                Instant.parse("2026-11-24T09:00:00Z"));
        return PinnedCampaign.of(run).rolloutOrder(SETTINGS).thresholds();
    }
}
