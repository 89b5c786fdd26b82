package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WarmUpTests {

    private static final LocalDate START = LocalDate.parse("2026-12-01");
    private static final double QUOTA = 50_000;

    private static WarmUpSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("postrider.warm-up", WarmUpSettings.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 2000", "1, 2800", "2, 3919", "9, 41322", "10,", "1000,"})
    void growsByAFactorEachDayUntilItReachesTheQuota(int day, @Nullable Long most) {
        WarmUp warmUp = new WarmUp(
                settings(Map.of("postrider.warm-up.start", "2026-12-01", "postrider.warm-up.first-day", "2000")));

        assertThat(warmUp.most(START.plusDays(day), QUOTA))
                .isEqualTo(most == null ? OptionalLong.empty() : OptionalLong.of(most));
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "2, 400", "3,"})
    void followsThePlanToItsEnd(int day, @Nullable Long most) {
        WarmUp warmUp = new WarmUp(
                settings(Map.of("postrider.warm-up.start", "2026-12-01", "postrider.warm-up.plan", "100,200,400")));

        assertThat(warmUp.most(START.plusDays(day), -1))
                .isEqualTo(most == null ? OptionalLong.empty() : OptionalLong.of(most));
    }

    @Test
    void nothingGoesOutBeforeItBegins() {
        WarmUp warmUp = new WarmUp(new WarmUpSettings(START, 2_000L, 1.4, List.of()));

        assertThat(warmUp.most(START.minusDays(1), QUOTA)).hasValue(0);
        assertThat(warmUp.cause(START.minusDays(1), QUOTA)).isEqualTo("the warm-up begins on 2026-12-01");
        assertThat(warmUp.cause(START.plusDays(1), QUOTA))
                .isEqualTo("day 2 of the warm-up allows 2,800 recipients, and they are used up");
    }

    @Test
    void withoutAStartThereIsNoWarmUp() {
        WarmUp warmUp = new WarmUp(settings(Map.of()));

        assertThat(warmUp.planned()).isFalse();
        assertThat(warmUp.most(START, QUOTA)).isEmpty();
    }

    @Test
    void settingsThatMakeNoPlanAreRefused() {
        assertRefused(null, 2_000L, 1.4, List.of(), "start is missing");
        assertRefused(START, null, 1.4, List.of(), "either first-day");
        assertRefused(START, 2_000L, 1.4, List.of(1L), "either first-day");
        assertRefused(START, 0L, 1.4, List.of(), "first-day has to be 1");
        assertRefused(START, null, 1.4, List.of(5L, 0L), "plan takes numbers");
        assertRefused(START, 2_000L, 1, List.of(), "daily-growth has to be more than 1");
    }

    private static void assertRefused(
            @Nullable LocalDate start, @Nullable Long firstDay, double growth, List<Long> plan, String message) {
        assertThatThrownBy(() -> new WarmUpSettings(start, firstDay, growth, plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
