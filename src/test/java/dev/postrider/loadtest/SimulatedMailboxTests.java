package dev.postrider.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedMailboxTests {

    @Test
    void addressesAreThoseOfTheMailboxSimulator() {
        assertThat(SimulatedMailbox.values())
                .extracting(mailbox -> mailbox.address("20261124t090000z-7"))
                .containsExactly(
                        "success+20261124t090000z-7@simulator.amazonses.com",
                        "bounce+20261124t090000z-7@simulator.amazonses.com",
                        "complaint+20261124t090000z-7@simulator.amazonses.com",
                        "suppressionlist+20261124t090000z-7@simulator.amazonses.com",
                        "ooto+20261124t090000z-7@simulator.amazonses.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@example.com", "a, b", "a\n", "<a", "%40", "é"})
    void noLabelLeadsElsewhere(String label) {
        assertThatIllegalArgumentException().isThrownBy(() -> SimulatedMailbox.SUCCESS.address(label));
    }
}
