package dev.postrider.housekeeping;

import dev.postrider.definition.CampaignCheck;
import dev.postrider.definition.CampaignDefinition;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Warns of a cap over more days than deliveries are kept for: mails that were purged do not count. */
@Component
class CapMemory implements CampaignCheck {

    private final HousekeepingSettings settings;

    CapMemory(HousekeepingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<String> warning(CampaignDefinition campaign) {
        return Optional.ofNullable(campaign.cap())
                .filter(cap -> Duration.ofDays(cap.days()).compareTo(settings.keepRuns()) > 0)
                .map(cap -> "'" + campaign.name() + "': the cap is over " + cap.days()
                        + " days, but deliveries are kept for "
                        + settings.keepRuns().toDays()
                        + " (postrider.housekeeping.keep-runs): what is purged does not count");
    }
}
