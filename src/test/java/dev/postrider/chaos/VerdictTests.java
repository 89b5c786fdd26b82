package dev.postrider.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTests {

    private static final RunId RUN = new RunId("coins@20261124T090000Z");

    @ParameterizedTest(name = "{1} in the ledger where {0} is expected, {2} times at SES: offence {3}")
    @CsvSource({
        "SENT, SENT, 1, false",
        "SENT, SENT, 0, true",
        "SENT, SENT, 2, true",
        "SENT, UNKNOWN, 0, false",
        "SENT, UNKNOWN, 1, false",
        "SENT, UNKNOWN, 2, true",
        "SENT, SKIPPED, 0, true",
        "SENT, REJECTED, 0, true",
        "SENT, CLAIMED, 0, true",
        "REJECTED, REJECTED, 0, false",
        "REJECTED, REJECTED, 1, true",
        "REJECTED, UNKNOWN, 0, false",
        "REJECTED, UNKNOWN, 1, true",
        "REJECTED, SENT, 1, true",
        "SKIPPED, SKIPPED, 0, false",
        "SKIPPED, SKIPPED, 1, true",
        "SKIPPED, SENT, 1, true",
        "SKIPPED, UNKNOWN, 0, true",
    })
    void judgesARecipient(String expected, String state, long times, boolean offence) {
        Verdict verdict = verdict(Map.of("r1", expected), Map.of("r1", state), Map.of("r1", times));

        assertThat(verdict.offences(verdict.sums()))
                .filteredOn(line -> line.contains("r1"))
                .hasSize(offence ? 1 : 0);
    }

    @Test
    void missesWhoDroppedOut() {
        Verdict verdict = verdict(Map.of("r1", "SENT", "r2", "SENT"), Map.of("r1", "SENT"), Map.of("r1", 1L));

        assertThat(verdict.offences(verdict.sums())).anyMatch(line -> line.contains("r2 is missing"));
    }

    @Test
    void noticesWhoWasNotPlanned() {
        Verdict verdict = verdict(Map.of(), Map.of(), Map.of("r1", 1L));

        assertThat(verdict.offences(verdict.sums())).hasSize(1);
    }

    @Test
    void noticesThatLittleIsKnown() {
        Verdict verdict = verdict(
                Map.of("r1", "SENT", "r2", "SENT", "r3", "SENT"),
                Map.of("r1", "SENT", "r2", "UNKNOWN", "r3", "UNKNOWN"),
                Map.of("r1", 1L));

        assertThat(verdict.offences(verdict.sums())).singleElement().asString().contains("mostly unknown");
    }

    @Test
    void noticesSumsThatAreWrong() {
        Verdict verdict = verdict(Map.of("r1", "SENT"), Map.of("r1", "SENT"), Map.of("r1", 1L));
        Sums told = new Sums(1, 0, 0, 0, 1);

        assertThat(verdict.offences(told)).singleElement().asString().contains("says Sums");
    }

    private static Verdict verdict(
            Map<String, String> planned, Map<String, String> ledger, Map<String, Long> accepted) {
        return new Verdict(RUN, planned, ledger, accepted);
    }
}
