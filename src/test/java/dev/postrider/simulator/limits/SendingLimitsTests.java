package dev.postrider.simulator.limits;

import static dev.postrider.simulator.limits.SendingLimits.Verdict.OVER_QUOTA;
import static dev.postrider.simulator.limits.SendingLimits.Verdict.OVER_RATE;
import static dev.postrider.simulator.limits.SendingLimits.Verdict.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendingLimitsTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private LimitRules rules = new LimitRules(-1, -1, true, 0);
    private final SendingLimits limits = new SendingLimits(clock, () -> rules);

    @Test
    void strictlyRefusesWhatWouldExceedTheRate() {
        rules = new LimitRules(10, -1, true, 0);
        assertThat(limits.take(8)).isEqualTo(TAKEN);
        assertThat(limits.take(3)).isEqualTo(OVER_RATE);
        assertThat(limits.take(2)).isEqualTo(TAKEN);
        clock.advance(Duration.ofMillis(999));
        assertThat(limits.take(1)).isEqualTo(OVER_RATE);
        clock.advance(Duration.ofMillis(1));
        assertThat(limits.take(10)).isEqualTo(TAKEN);
        assertThat(limits.mostInOneSecond()).isEqualTo(10);
    }

    @Test
    void lenientlyTakesWhileAnyAllowanceRemainsThenWaitsForTheDebt() {
        rules = new LimitRules(10, -1, false, 0);
        assertThat(limits.take(9)).isEqualTo(TAKEN);
        assertThat(limits.take(31)).isEqualTo(TAKEN);
        clock.advance(Duration.ofMillis(2999));
        assertThat(limits.take(1)).isEqualTo(OVER_RATE);
        clock.advance(Duration.ofMillis(1));
        assertThat(limits.take(1)).isEqualTo(TAKEN);
    }

    @Test
    void theQuotaRollsOver24Hours() {
        rules = new LimitRules(-1, 100, true, 0);
        assertThat(limits.take(60)).isEqualTo(TAKEN);
        clock.advance(Duration.ofHours(12));
        assertThat(limits.take(40)).isEqualTo(TAKEN);
        assertThat(limits.take(1)).isEqualTo(OVER_QUOTA);
        clock.advance(Duration.ofHours(12).plusSeconds(1));
        assertThat(limits.sentLast24Hours()).isEqualTo(40);
        assertThat(limits.take(60)).isEqualTo(TAKEN);
        assertThat(limits.take(1)).isEqualTo(OVER_QUOTA);
    }

    @Test
    void whatIsRefusedTakesNothing() {
        rules = new LimitRules(5, 100, true, 0);
        assertThat(limits.take(6)).isEqualTo(OVER_RATE);
        assertThat(limits.sentLast24Hours()).isZero();
        assertThat(limits.take(5)).isEqualTo(TAKEN);
    }

    @Test
    void whatIsRefusedWasOfferedAllTheSame() {
        rules = new LimitRules(5, 9, true, 0);
        limits.take(5);
        clock.advance(Duration.ofMillis(500));
        assertThat(limits.take(3)).isEqualTo(OVER_RATE);
        clock.advance(Duration.ofMillis(500));
        assertThat(limits.take(5)).isEqualTo(OVER_QUOTA);
        assertThat(limits.mostOfferedInOneSecond()).isEqualTo(8);
        assertThat(limits.mostInOneSecond()).isEqualTo(5);
    }

    @Test
    void aClockSetBackFreesNothing() {
        rules = new LimitRules(5, -1, true, 0);
        assertThat(limits.take(5)).isEqualTo(TAKEN);
        clock.advance(Duration.ofHours(-1));
        assertThat(limits.take(1)).isEqualTo(OVER_RATE);
    }

    @Test
    void othersUseTheirPartOfTheRate() {
        rules = new LimitRules(10, -1, true, 4);

        assertThat(limits.take(7)).isEqualTo(SendingLimits.Verdict.OVER_RATE);
        assertThat(limits.take(6)).isEqualTo(SendingLimits.Verdict.TAKEN);
        assertThat(limits.take(1)).isEqualTo(SendingLimits.Verdict.OVER_RATE);
    }
}
