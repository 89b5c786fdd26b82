package dev.postrider.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmUpTests {

    private static final LocalDate START = LocalDate.parse("2026-12-01");
    private static final double QUOTA = 50_000;

    private static WarmUp growing() {
        return new WarmUp(new WarmUpPlan("news.example.com", START, 2_000L, 1.4, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"0, 2000", "1, 2800", "2, 3919", "9, 41322", "10,", "1000,"})
    void growsByAFactorEachDayUntilItReachesTheQuota(int day, @Nullable Long most) {
        assertThat(growing().most(START.plusDays(day), QUOTA))
                .isEqualTo(most == null ? OptionalLong.empty() : OptionalLong.of(most));
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "2, 400", "3,"})
    void followsThePlanToItsEnd(int day, @Nullable Long most) {
        WarmUp warmUp = new WarmUp(new WarmUpPlan("news.example.com", START, null, 1.4, List.of(100L, 200L, 400L)));

        assertThat(warmUp.most(START.plusDays(day), -1))
                .isEqualTo(most == null ? OptionalLong.empty() : OptionalLong.of(most));
    }

    @Test
    void nothingGoesOutBeforeItBegins() {
        assertThat(growing().most(START.minusDays(1), QUOTA)).hasValue(0);
        assertThat(growing().cause(START.minusDays(1), QUOTA))
                .isEqualTo("the warm-up of news.example.com begins on 2026-12-01");
        assertThat(growing().cause(START.plusDays(1), QUOTA))
                .isEqualTo("day 2 of the warm-up of news.example.com allows 2,800 recipients, and they are used up");
    }
}
