package dev.postrider.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FailuresTests {

    @Test
    void prefersTheFactThatThisProgramStates() {
        Throwable failure = new BeanCreationException(
                "bean", "cannot be made", new InvalidArguments("jobs/x.yml:3: unknown key 'form'"));

        assertThat(Failures.line(failure)).isEqualTo("jobs/x.yml:3: unknown key 'form'");
    }

    @Test
    void fallsBackToTheInnermostCauseInOneLine() {
        Throwable failure = new IllegalStateException("outer", new IllegalArgumentException("inner\n  cause"));

        assertThat(Failures.line(failure)).isEqualTo("inner cause");
        assertThat(Failures.line(new NullPointerException())).isEqualTo("NullPointerException");
    }

    @Test
    void saysWhichMongoDbDoesNotAnswer() {
        Throwable failure =
                new MongoTimeoutException("Timed out while waiting for a server that matches X. Client view of "
                        + "cluster state is {type=UNKNOWN, servers=[{address=db:27017, type=UNKNOWN, state=CONNECTING, "
                        + "exception={com.mongodb.MongoSocketOpenException: Exception opening socket}}]");

        assertThat(Failures.line(failure)).isEqualTo("MongoDB at db:27017 is not reachable: Exception opening socket");
    }

    @Test
    void namesTheSettingThatCannotBeUsed() {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("postrider.ledger.lease", "soon")));

        assertThat(Failures.line(failureOf(() -> binder.bind("postrider.ledger.lease", Bindable.of(Duration.class)))))
                .startsWith("setting postrider.ledger.lease")
                .contains("cannot be used: 'soon' is not a valid");
    }

    private static Throwable failureOf(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("it did not fail");
    }
}
