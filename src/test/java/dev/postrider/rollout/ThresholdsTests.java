package dev.postrider.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class ThresholdsTests {

    private static final Thresholds DEFAULTS = Binder.get(new MockEnvironment())
            .bindOrCreate("postrider.guard", GuardSettings.class)
            .thresholds();

    @Test
    void bouncesHaveToStayUnderFivePercent() {
        assertThat(DEFAULTS.exceededBy(new GuardFigures(1000, 49, 0))).isFalse();
        assertThat(DEFAULTS.exceededBy(new GuardFigures(1000, 50, 0))).isTrue();
        assertThat(DEFAULTS.exceededBy(new GuardFigures(20, 1, 0))).isTrue();
        assertThat(DEFAULTS.exceededBy(new GuardFigures(21, 1, 0))).isFalse();
    }

    @Test
    void complaintsHaveToStayUnderATenthOfAPercent() {
        assertThat(DEFAULTS.exceededBy(new GuardFigures(10_000, 0, 9))).isFalse();
        assertThat(DEFAULTS.exceededBy(new GuardFigures(10_000, 0, 10))).isTrue();
        assertThat(DEFAULTS.exceededBy(new GuardFigures(500, 0, 1))).isTrue();
    }

    @Test
    void noneIsNeverTooMany() {
        assertThat(DEFAULTS.exceededBy(new GuardFigures(0, 0, 0))).isFalse();
    }

    @Test
    void aFewMayBeLetPassHoweverSmallTheRun() {
        Thresholds lenient = new Thresholds(0.05, 0.001, 5, 1);

        assertThat(lenient.exceededBy(new GuardFigures(10, 5, 1))).isFalse();
        assertThat(lenient.exceededBy(new GuardFigures(10, 6, 1))).isTrue();
        assertThat(lenient.exceededBy(new GuardFigures(10, 5, 2))).isTrue();
    }
}
