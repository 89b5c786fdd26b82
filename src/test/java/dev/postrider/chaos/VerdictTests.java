package dev.postrider.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTests {

    private static final RunId RUN = new RunId("plain@20261124T090000Z");
    private static final Map<Integer, String> NO_RESENDS = Map.of();

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
        "SKIPPED, SENT, 1, true",
        "SKIPPED, UNKNOWN, 0, true",
    })
    void judgesARecipient(String expected, String state, long times, boolean offence) {
        Verdict verdict =
                verdict(new Expected(expected, Set.of()), NO_RESENDS, times, new Attempt(1, state, null, null));

        assertThat(verdict.offences()).hasSize(offence ? 1 : 0);
    }

    @ParameterizedTest(name = "skipped as {1} where {0} may be, {2} times at SES: offence {3}")
    @CsvSource({
        "unsubscribed, unsubscribed, 0, false",
        "unsubscribed, unsubscribed, 1, true",
        "unsubscribed, not-attempted, 0, true",
        "unsubscribed, , 0, true",
    })
    void takesNoReasonButThoseThatAreExplained(String explained, @Nullable String reason, long times, boolean offence) {
        Verdict verdict = verdict(
                new Expected("SKIPPED", Set.of(explained)), NO_RESENDS, times, new Attempt(1, "SKIPPED", reason, null));

        assertThat(verdict.offences()).hasSize(offence ? 1 : 0);
    }

    @ParameterizedTest(name = "{1} after {0}, of which {2} was sent again, {3} and {4} times at SES: offence {5}")
    @CsvSource({
        "UNKNOWN, SENT, UNKNOWN, 1, 1, false",
        "UNKNOWN, SENT, UNKNOWN, 0, 1, false",
        "UNKNOWN, SENT, UNKNOWN, 2, 1, true",
        "UNKNOWN, SENT, UNKNOWN, 0, 2, true",
        "UNKNOWN, SENT, UNKNOWN, 1, 0, true",
        "UNKNOWN, UNKNOWN, UNKNOWN, 1, 1, false",
        "SENT, SENT, UNKNOWN, 1, 1, false",
        "SENT, SENT, UNKNOWN, 0, 1, true",
        "SENT, SENT, REJECTED, 1, 1, true",
        "UNKNOWN, SENT, REJECTED, 1, 1, true",
    })
    void reckonsAttempts(String first, String second, String of, long firstTimes, long secondTimes, boolean offence) {
        Verdict verdict = new Verdict(
                RUN,
                Map.of("r1", new Expected("SENT", Set.of())),
                Map.of(2, of),
                Map.of("r1", List.of(new Attempt(1, first, null, null), new Attempt(2, second, null, null))),
                Map.of(new Copy("r1", 1), firstTimes, new Copy("r1", 2), secondTimes));

        assertThat(verdict.offences()).hasSize(offence ? 1 : 0);
    }

    @Test
    void takesALateSettlementOfTheFirstAttemptAndOfNoOther() {
        Attempt first = new Attempt(1, "REJECTED", null, null);
        Attempt second = new Attempt(2, "REJECTED", null, null);
        Attempt third = new Attempt(3, "REJECTED", null, null);

        assertThat(rejected(Map.of(2, "UNKNOWN"), first, second).offences()).isEmpty();
        assertThat(rejected(Map.of(2, "UNKNOWN", 3, "UNKNOWN"), first, second, third)
                        .offences())
                .hasSize(1);
    }

    private static Verdict rejected(Map<Integer, String> resends, Attempt... attempts) {
        return new Verdict(
                RUN,
                Map.of("r1", new Expected("REJECTED", Set.of())),
                resends,
                Map.of("r1", List.of(attempts)),
                Map.of());
    }

    @Test
    void noticesAnAttemptThatNobodyAskedFor() {
        Verdict verdict = new Verdict(
                RUN,
                Map.of("r1", new Expected("SENT", Set.of())),
                NO_RESENDS,
                Map.of("r1", List.of(new Attempt(1, "UNKNOWN", null, null), new Attempt(2, "SENT", null, null))),
                Map.of(new Copy("r1", 2), 1L));

        assertThat(verdict.offences()).hasSize(1);
    }

    @Test
    void noticesAMessageOfAnAttemptThatIsNotInTheLedger() {
        Verdict verdict = new Verdict(
                RUN,
                Map.of("r1", new Expected("SENT", Set.of())),
                NO_RESENDS,
                Map.of("r1", List.of(new Attempt(1, "SENT", null, null))),
                Map.of(new Copy("r1", 1), 1L, new Copy("r1", 2), 1L));

        assertThat(verdict.offences()).hasSize(1);
    }

    @Test
    void noticesWhomAResendLeftOutUnlessThatIsExplained() {
        Map<Integer, String> resends = Map.of(2, "UNKNOWN");
        Attempt unknown = new Attempt(1, "UNKNOWN", null, null);

        assertThat(verdict(new Expected("SENT", Set.of()), resends, 1, unknown).offences())
                .hasSize(1);
        assertThat(verdict(new Expected("SENT", Set.of("suppressed")), resends, 1, unknown)
                        .offences())
                .isEmpty();
    }

    @Test
    void missesWhoDroppedOut() {
        Verdict verdict = new Verdict(
                RUN, Map.of("r2", new Expected("SENT", Set.of())), NO_RESENDS, Map.of(), Map.of(new Copy("r2", 1), 1L));

        assertThat(verdict.offences()).singleElement().asString().contains("r2 is missing");
    }

    @Test
    void noticesWhoWasNotPlanned() {
        Verdict verdict = new Verdict(RUN, Map.of(), NO_RESENDS, Map.of(), Map.of(new Copy("r1", 1), 1L));

        assertThat(verdict.offences()).hasSize(1);
    }

    @Test
    void noticesSumsThatAreWrong() {
        Verdict verdict = verdict(new Expected("SENT", Set.of()), NO_RESENDS, 1, new Attempt(1, "SENT", null, null));

        assertThat(verdict.offences(new Sums(1, 1, 0, 0, 0))).isEmpty();
        assertThat(verdict.offences(new Sums(1, 0, 0, 0, 1)))
                .singleElement()
                .asString()
                .contains("says Sums");
    }

    private static Verdict verdict(Expected expected, Map<Integer, String> resends, long times, Attempt attempt) {
        return new Verdict(
                RUN, Map.of("r1", expected), resends, Map.of("r1", List.of(attempt)), Map.of(new Copy("r1", 1), times));
    }
}
