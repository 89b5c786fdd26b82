package dev.postrider.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.limits.AccountQuota;
import dev.postrider.limits.SettableAccount;
import dev.postrider.loadtest.MessageNumbers.Range;
import org.junit.jupiter.api.Test;

class MessageNumbersTests {

    private final SettableAccount account = new SettableAccount(14, 100);

    private MessageNumbers numbers(long count) {
        return new MessageNumbers(account, count);
    }

    @Test
    void givesEachNumberOnceUpToTheCount() {
        MessageNumbers numbers = numbers(7);

        assertThat(numbers.take(5)).isEqualTo(new Range(0, 5));
        assertThat(numbers.take(5)).isEqualTo(new Range(5, 2));
        assertThat(numbers.take(5).size()).isZero();
        assertThat(numbers.quotaReached()).isFalse();
    }

    @Test
    void endsAtTheQuotaWhetherOrNotSesCountsTheMessages() {
        MessageNumbers numbers = numbers(1_000);

        assertThat(numbers.take(60).size()).isEqualTo(60);
        assertThat(numbers.take(60).size()).isEqualTo(40);
        assertThat(numbers.take(60).size()).isZero();
        assertThat(numbers.quotaReached()).isTrue();
    }

    @Test
    void seesWhatOtherProgramsSendMeanwhile() {
        MessageNumbers numbers = numbers(1_000);
        numbers.take(10);

        account.set(new AccountQuota(14, 100, 95));
        assertThat(numbers.take(10).size()).isEqualTo(5);
        assertThat(numbers.take(10).size()).isZero();
    }

    @Test
    void aQuotaJustAsLargeAsTheCountIsNoLimit() {
        MessageNumbers numbers = numbers(100);

        numbers.take(100);
        assertThat(numbers.quotaReached()).isFalse();
    }
}
