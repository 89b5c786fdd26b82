package dev.postrider.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.limits.AccountQuota;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedLoadTests {

    private static LoadPlan plan(@Nullable Double rate) {
        return new LoadPlan("rewards@example.com", 1_000, rate, 10_000, Mix.parse("success=1"), 8);
    }

    @ParameterizedTest
    @CsvSource({"100, 14, 14", "10, 14, 10", ", 14, 14", "100, -1, 100", ", -1, "})
    void theLowerOfTheRatesCounts(@Nullable Double asked, double account, @Nullable Double allowed) {
        assertThat(AllowedLoad.of(plan(asked), new AccountQuota(account, -1, 0)).rate())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5, 1000", "50000, 5, 1000", "200, 50, 150", "200, 199.5, 0", "200, 300, 0"})
    void sendsNoMoreThanTheQuotaLeaves(double max24HourSend, double sent, long allowed) {
        assertThat(AllowedLoad.of(plan(null), new AccountQuota(14, max24HourSend, sent))
                        .messages())
                .isEqualTo(allowed);
    }

    @Test
    void anAccountWithoutASendRateSendsNothing() {
        assertThat(AllowedLoad.of(plan(null), new AccountQuota(0, 200, 0)).messages())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        ", 10000, 50, 50",
        "1000, 10000, 50, 50",
        "100, 10000, 50, 5",
        "14, 10000, 50, 1",
        ", 100000, 50, 8",
        ", 1000000, 50, 1",
        "1000, 10000, 1, 1"
    })
    void aRequestHasAsManyMessagesAsRateSizeAndTransportLet(
            @Nullable Double rate, int size, int transport, int expected) {
        assertThat(new AllowedLoad(rate, 1_000).perRequest(size, transport)).isEqualTo(expected);
    }
}
