package dev.postrider.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTests {

    private static final RunId RUN = new RunId("coins@20261124T090000Z");

    @ParameterizedTest(name = "{0} in the ledger, {1} times at SES: offence {2}")
    @CsvSource({
        "SENT, 1, false",
        "SENT, 0, true",
        "SENT, 2, true",
        "UNKNOWN, 0, false",
        "UNKNOWN, 1, false",
        "UNKNOWN, 2, true",
        "SKIPPED, 0, false",
        "SKIPPED, 1, true",
        "REJECTED, 1, true",
        "CLAIMED, 0, true",
    })
    void judgesARecipient(String state, long times, boolean offence) {
        Verdict verdict = new Verdict(RUN, Set.of("r1"), Map.of("r1", state), Map.of("r1", times));

        assertThat(verdict.offences(verdict.sums()).isEmpty()).isNotEqualTo(offence);
    }

    @Test
    void missesWhoDroppedOut() {
        Verdict verdict = new Verdict(RUN, Set.of("r1", "r2"), Map.of("r1", "SENT"), Map.of("r1", 1L));

        assertThat(verdict.offences(verdict.sums())).anyMatch(line -> line.contains("r2 is missing"));
    }

    @Test
    void noticesWhoWasNotPlanned() {
        Verdict verdict = new Verdict(RUN, Set.of(), Map.of(), Map.of("r1", 1L));

        assertThat(verdict.offences(verdict.sums())).hasSize(1);
    }

    @Test
    void noticesSumsThatAreWrong() {
        Verdict verdict = new Verdict(RUN, Set.of("r1"), Map.of("r1", "UNKNOWN"), Map.of());
        Sums told = new Sums(1, 1, 0, 0, 0);

        assertThat(verdict.offences(told)).singleElement().asString().contains("says Sums");
    }
}
