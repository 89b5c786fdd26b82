package dev.postrider.simulator.accepted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxOutcomeTests {

    @ParameterizedTest
    @CsvSource({
        "success@simulator.amazonses.com, DELIVERY",
        "bounce@simulator.amazonses.com, BOUNCE",
        "Bounce+Label@Simulator.AmazonSES.com, BOUNCE",
        "complaint+1@simulator.amazonses.com, COMPLAINT",
        "suppressionlist@simulator.amazonses.com, SUPPRESSED",
        "ooto@simulator.amazonses.com, OOTO",
        "bounce@example.com, DELIVERY"
    })
    void followsTheAddress(String address, MailboxOutcome outcome) {
        assertThat(MailboxOutcome.of(address)).isEqualTo(outcome);
    }
}
