package dev.postrider.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.Outcome;
import dev.postrider.loadtest.LoadReport.State;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTests {

    private static final Outcome ACCEPTED = new Outcome.Accepted("id");
    private static final Outcome RESET = new Outcome.Unknown("connection reset");

    private final Ending ending = new Ending();

    private Ending.End reason() {
        return ending.reason().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "QUOTA, LIMITED",
        "SENDING_PAUSED, FAILED",
        "SENDER, FAILED",
        "ACCOUNT, FAILED",
        "CONFIGURATION_SET, FAILED"
    })
    void whatSpeaksAgainstAllThatFollowsEndsTheTest(Hold hold, State state) {
        ending.look(List.of(ACCEPTED, new Outcome.Held(hold, "SES's words")));

        assertThat(reason().state()).isEqualTo(state);
        assertThat(reason().reason()).endsWith(": SES's words");
    }

    @Test
    void refusalsOfSingleMessagesDoNotEndIt() {
        for (int i = 0; i < 1_000; i++) {
            ending.look(List.of(new Outcome.Throttled("too fast")));
            ending.look(List.of(new Outcome.Rejected("no")));
        }

        assertThat(ending.ended()).isFalse();
    }

    @Test
    void anSesThatIsGoneEndsIt() {
        Collections.nCopies(Ending.SILENCE, RESET).forEach(outcome -> {
            assertThat(ending.ended()).isFalse();
            ending.look(List.of(outcome, outcome));
        });

        assertThat(reason())
                .isEqualTo(new Ending.End(State.FAILED, "50 requests in a row had no clear answer: connection reset"));
    }

    @Test
    void oneClearAnswerInBetweenShowsThatSesIsThere() {
        for (int i = 0; i < 1_000; i++) {
            ending.look(List.of(i % Ending.SILENCE == 0 ? ACCEPTED : RESET));
        }

        assertThat(ending.ended()).isFalse();
    }

    @Test
    void theFirstReasonCounts() {
        ending.end(State.STOPPED, "first");
        ending.end(State.FAILED, "second");

        assertThat(Objects.requireNonNull(reason().reason())).isEqualTo("first");
    }
}
