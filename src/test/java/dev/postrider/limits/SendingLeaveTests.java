package dev.postrider.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingLeaveTests {

    @ParameterizedTest
    @CsvSource({
        "HEALTHY, false, true",
        "PROBATION, false, false",
        "PROBATION, true, true",
        "SENDING_DISABLED, true, false",
        "SHUTDOWN, true, false"
    })
    void onlyAReviewCanBeOverruled(Standing standing, boolean onProbation, boolean granted) {
        SettableAccount account = new SettableAccount(14, 50_000);
        account.set(standing);
        SendingLeave leave = new SendingLeave(
                account,
                new LimitsSettings(
                        "any", Duration.ofMillis(100), 0, Duration.ofSeconds(5), onProbation, Duration.ofMinutes(5)));

        assertThat(leave.refusal().isEmpty()).isEqualTo(granted);
        leave.refusal().ifPresent(cause -> assertThat(cause).isEqualTo(standing.text()));
    }
}
