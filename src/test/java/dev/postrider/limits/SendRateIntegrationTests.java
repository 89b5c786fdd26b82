package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.LongProof;
import dev.postrider.ledger.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SendRateIntegrationTests {

    private static final Logger LOG = LoggerFactory.getLogger(SendRateIntegrationTests.class);
    private static final long SECOND = 1_000_000_000L;
    private static final RunId RUN = new RunId("rate@20260105T090000Z");

    @ParameterizedTest
    @CsvSource({"3, 4", "1000, 4"})
    void neverExceedsTheRateInAnySecondOverTwoProcesses(int rate, int seconds) throws Exception {
        UseLog log = send(rate, seconds, true);

        assertThat(log.mostInOneSecond()).isBetween(Math.max(1, rate / 2), rate);
    }

    @LongProof
    @ParameterizedTest
    @CsvSource({"1, 5", "14, 4", "100, 4", "20000, 3"})
    void neverExceedsOtherRatesEither(int rate, int seconds) throws Exception {
        neverExceedsTheRateInAnySecondOverTwoProcesses(rate, seconds);
    }

    @LongProof
    @ParameterizedTest
    @CsvSource({"1, 4, 0.5", "14, 3, 0.5", "1000, 3, 0.5"})
    void reachesMostOfTheRate(int rate, int seconds, double share) throws Exception {
        UseLog log = send(rate, seconds, false);

        assertThat(log.mostInOneSecond()).isLessThanOrEqualTo(rate);
        assertThat(log.total()).isGreaterThanOrEqualTo((int) (rate * share * seconds));
    }

    private static UseLog send(int rate, int seconds, boolean worst) throws Exception {
        TestLimits.Account account = TestLimits.Account.of(rate, AccountQuota.UNLIMITED);
        try (TestLimits one = account.process();
                TestLimits other = account.process()) {
            UseLog log = new Senders(RUN, null, worst).send(List.of(one.limits, other.limits), 4, seconds * SECOND);
            LOG.info(
                    "rate {}: most in one second {}, in all {} in {} s",
                    rate,
                    log.mostInOneSecond(),
                    log.total(),
                    seconds);
            return log;
        }
    }

    @Test
    void aRunKeepsItsOwnRateBelowTheAccounts() throws Exception {
        try (TestLimits process =
                TestLimits.Account.of(1_000, AccountQuota.UNLIMITED).process()) {
            UseLog log = new Senders(RUN, 20.0, true).send(List.of(process.limits), 4, 3 * SECOND);

            assertThat(log.mostInOneSecond()).isLessThanOrEqualTo(20);
            assertThat(log.total()).isGreaterThan(30);
        }
    }
}
