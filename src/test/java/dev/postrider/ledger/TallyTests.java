package dev.postrider.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.recipient.RecipientId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final RunId MONDAY = new RunId("loyalty@20261123T090000Z");
    private static final RunId TUESDAY = new RunId("loyalty@20261124T090000Z");

    private final Tallies tallies = new Tallies();

    @Test
    void aCampaignsTallyCountsAllItsRunsAlsoThoseThatAreReleased() {
        tallies.of(MONDAY).settled(DeliveryState.SENT, 3);
        tallies.of(MONDAY).skipped(List.of(Skip.of(new RecipientId("1"), SkipReason.GONE)));
        tallies.of(MONDAY).rendering(4, Duration.ofMillis(20));
        tallies.on(new RunReleased(MONDAY));
        tallies.of(TUESDAY).settled(DeliveryState.SENT, 2);
        tallies.of(TUESDAY).permitWait(Duration.ofMillis(30));
        tallies.of(TUESDAY).refused(1);
        tallies.of(new RunId("other@20261124T090000Z")).settled(DeliveryState.SENT, 100);

        assertThat(tallies.byRun()).doesNotContainKey(MONDAY).containsKey(TUESDAY);
        assertThat(tallies.of(TUESDAY).settled()).isEqualTo(2);
        Tally loyalty = Objects.requireNonNull(tallies.byCampaign().get("loyalty"));
        assertThat(loyalty.sent()).isEqualTo(5);
        assertThat(loyalty.skipped(SkipReason.GONE)).isEqualTo(1);
        assertThat(loyalty.settled()).isEqualTo(6);
        assertThat(loyalty.refused()).isEqualTo(1);
        assertThat(loyalty.rendering().count()).isEqualTo(4);
        assertThat(Duration.ofNanos(loyalty.rendering().nanos())).hasMillis(20);
        assertThat(Duration.ofNanos(loyalty.permitWaits().nanos())).hasMillis(30);
    }
}
