package dev.postrider.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.definition.CampaignNotFound;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@Tag("mongodb")
class SlotLaunchIntegrationTests {

    private static final Instant SLOT = Instant.parse("2026-11-24T09:00:00Z");

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private SlotLaunch slots;

    @Autowired
    private DueRuns due;

    @Test
    void aSlotLaunchedTwiceIsOneRunThatIsDueForAnyNode() {
        RunId run = slots.launch("weekly-loyalty", SLOT);

        assertThat(slots.launch("weekly-loyalty", SLOT)).isEqualTo(run);
        assertThat(due.now()).extracting(Run::id).containsExactly(run);
        assertThatThrownBy(() -> slots.launch("nothing", SLOT)).isInstanceOf(CampaignNotFound.class);
    }
}
