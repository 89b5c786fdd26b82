package dev.postrider.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OutageTests {

    private final IllegalStateException away = new IllegalStateException("Redis is away");

    @Test
    void saysOnceThatItWaits(CapturedOutput output) {
        Outage outage = new Outage("rendering", Duration.ofMinutes(1));

        outage.bear(away);
        outage.bear(away);
        outage.over();
        outage.bear(away);

        assertThat(output).containsOnlyOnce("Redis is away; rendering waits for it");
    }

    @Test
    void givesUpWithTheFailureItselfWhenItLastsTooLong() {
        Outage outage = new Outage("sending", Duration.ZERO);
        outage.bear(away);

        assertThatThrownBy(() -> await().pollInSameThread().until(() -> {
                    outage.bear(away);
                    return false;
                }))
                .isSameAs(away);
    }

    @Test
    void isPatientAnewAfterTheWorkWentOn() {
        Outage outage = new Outage("sending", Duration.ZERO);
        outage.bear(away);
        outage.over();

        assertThatCode(() -> outage.bear(away)).doesNotThrowAnyException();
    }
}
