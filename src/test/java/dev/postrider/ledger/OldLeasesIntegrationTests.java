package dev.postrider.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mongodb")
class OldLeasesIntegrationTests {

    private static final Duration DAY = Duration.ofDays(1);

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void whoIsKilledIsForgottenAndWhoIsAliveIsNot() {
        String killed = fixture.node().owners().self();
        fixture.clock.advance(DAY.plus(fixture.settings.lease()).plusMillis(1));
        LedgerFixture.Node node = fixture.node();
        String alive = node.owners().self();
        assertThat(count()).isEqualTo(1);

        assertThat(fixture.oldLeases().delete(fixture.clock.instant().minus(DAY)))
                .isEqualTo(1);

        assertThat(node.owners().alive(killed)).isFalse();
        assertThat(node.owners().alive(alive)).isTrue();
        assertThat(count()).isZero();
    }

    private long count() {
        return fixture.oldLeases().count(fixture.clock.instant().minus(DAY));
    }
}
