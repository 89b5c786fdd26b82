package dev.postrider.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.definition.CampaignDefinition;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapMemoryTests {

    @Test
    void warnsOfACapOverMoreDaysThanDeliveriesAreKept() {
        assertThat(warning("cap: { mails: 3, days: 31 }"))
                .contains("'weekly': the cap is over 31 days, but deliveries are kept for 30"
                        + " (postrider.housekeeping.keep-runs): what is purged does not count");
    }

    @Test
    void hasNothingToSayOfOthers() {
        assertThat(warning("cap: { mails: 3, days: 30 }")).isEmpty();
        assertThat(warning("topic: rewards")).isEmpty();
    }

    private static Optional<String> warning(String keys) {
        CampaignDefinition campaign = CampaignDefinition.parse("weekly.yml", """
                campaign: weekly
                from: rewards@mail.example.com
                template: weekly
                segment: {}
                %s
                """.formatted(keys));
        Duration enough = Duration.ofDays(90);
        HousekeepingSettings settings = new HousekeepingSettings(Duration.ofDays(30), enough, enough, enough);
        return new CapMemory(settings).warning(campaign);
    }
}
