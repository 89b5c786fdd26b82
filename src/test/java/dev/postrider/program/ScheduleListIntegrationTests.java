package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("mongodb")
class ScheduleListIntegrationTests {

    private static final String SCHEDULED = """
            campaign: loyalty
            schedule: { cron: "0 9 1 1 *", zone: America/New_York, grace: 6h }
            from: rewards@mail.example.com
            template: loyalty
            segment: {}
            """;

    @TempDir
    private Path folder;

    @Test
    void showsTheNextSlotsInTheCampaignsZoneAndInUtc() {
        try (Site site = new Site(folder)) {
            site.write("jobs/loyalty.yml", SCHEDULED);

            JsonNode campaign = site.json("schedule", "list", "--next", "2").get(0);
            assertThat(campaign.get("name").asString()).isEqualTo("loyalty");
            assertThat(campaign.get("grace").asString()).isEqualTo("PT6H");
            assertThat(campaign.get("next").size()).isEqualTo(2);
            assertThat(campaign.get("next").get(0).get("slot").asString()).endsWith("-01-01T14:00:00Z");

            Program table = site.start(List.of(), "schedule", "list").expectExit(0);
            assertThat(table.output())
                    .contains("America/New_York", "6:00 h", "-01-01 09:00 -05:00", "-01-01 14:00:00Z");
        }
    }

    @Test
    void aCronThatNeverFiresIsNamedWithItsLineAndDoesNotHideTheOthers() {
        try (Site site = new Site(folder)) {
            site.write("jobs/loyalty.yml", SCHEDULED);
            site.write("jobs/never.yml", "campaign: never\nschedule: { cron: '0 0 30 2 *' }\n");

            Program list = site.start(List.of(), "schedule", "list").expectExit(1);

            assertThat(list.errors())
                    .contains("never.yml:2", "'0 0 30 2 *' never fires")
                    .doesNotContain("\tat ");
            assertThat(list.output()).contains("loyalty");
        }
    }
}
