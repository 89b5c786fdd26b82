package dev.postrider.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeSettingsTests {

    @ParameterizedTest
    @CsvSource({"PT60S, PT50S", "PT10M, PT9M50S", "PT20S, PT15S", "PT1S, PT0.75S"})
    void workEndsBeforeTheShutdownLimitSoThatStoresAreClosedWithinIt(Duration limit, Duration work) {
        assertThat(settings(limit).workLimit()).isEqualTo(work);
    }

    @Test
    void aShutdownLimitThatLeavesNoTimeIsRefused() {
        assertThatThrownBy(() -> settings(Duration.ZERO)).hasMessageContaining("postrider.node.shutdown-limit");
    }

    private static NodeSettings settings(Duration limit) {
        return new NodeSettings(Duration.ofSeconds(5), 4, 5, limit);
    }
}
