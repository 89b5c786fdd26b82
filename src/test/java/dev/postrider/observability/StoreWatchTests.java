package dev.postrider.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class StoreWatchTests {

    private static final Duration SILENCE = Duration.ofMinutes(1);

    @Test
    void isOutOfServiceUntilTheStoreHasAnswered() {
        StoreWatch watch = new StoreWatch(() -> Map.of("nodes", 3), SILENCE);
        assertThat(watch.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        watch.run();

        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(watch.health().getDetails()).containsEntry("nodes", 3);
        assertThat(watch.up()).isEqualTo(1);
    }

    @Test
    void saysWhyTheStoreDoesNotAnswerAndNobodysAddress() {
        StoreWatch watch = new StoreWatch(
                () -> {
                    throw new IOException("refused, says somebody@example.com");
                },
                SILENCE);

        watch.run();

        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.health().getDetails()).containsEntry("error", "refused, says <address>");
        assertThat(watch.up()).isZero();
    }

    @Test
    void isDownWhenTheLastAnswerIsTooOldAsWhileAClientWaits() {
        StoreWatch watch = new StoreWatch(Map::of, Duration.ZERO);

        watch.run();

        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.health().getDetails().get("error")).asString().startsWith("no answer for ");
    }
}
