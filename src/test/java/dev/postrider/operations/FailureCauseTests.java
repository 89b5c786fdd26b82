package dev.postrider.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobInterruptedException;

class FailureCauseTests {

    private static RuntimeException chunk(Throwable cause) {
        return new IllegalStateException("Unable to process chunk", cause);
    }

    @Test
    void isTheFactThatThisProgramStates() {
        JobRefused fact = new JobRefused("there is no job 'x'");
        fact.initCause(new IllegalArgumentException("x"));

        assertThat(FailureCause.of(List.of(chunk(fact)))).contains("there is no job 'x'");
    }

    @Test
    void isTheInnermostCauseOtherwise() {
        assertThat(FailureCause.of(List.of(chunk(chunk(new IllegalArgumentException("no answer"))))))
                .contains("no answer");
    }

    @Test
    void namesNoAddressAndIsOneLine() {
        Throwable failure = chunk(new IllegalArgumentException("duplicate key:\n{ email: \"someone@example.com\" }"));

        assertThat(FailureCause.of(List.of(failure))).contains("duplicate key: { email: \"<address>\" }");
    }

    @Test
    void isNotThatStepsWereStopped() {
        assertThat(FailureCause.of(List.of(
                        new JobInterruptedException("interrupted"),
                        new IllegalStateException("Partition handler returned an unsuccessful step"),
                        new IllegalStateException("no answer"))))
                .contains("no answer");
    }
}
