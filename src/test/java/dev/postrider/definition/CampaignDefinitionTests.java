package dev.postrider.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.recipient.EmailAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignDefinitionTests {

    static final String FULL = """
            campaign: weekly-loyalty
            description: Coins for players who came back this week
            schedule: { cron: "0 9 * * MON", zone: America/Los_Angeles, grace: 6h }
            from: "Lucky Reels <rewards@mail.example.com>"
            replyTo: support@example.com
            template: weekly-loyalty
            segment:
              lastActiveAt: { $gte: { daysAgo: 7 } }
              attributes.spent: { $gte: 100 }
            inactivity: { below: 120 }
            limits: { maxRecipients: 5000000, rate: 800 }
            rollout: { first: 2%, watch: 1h }
            approval: { above: 100000 }
            topic: rewards
            cap: { mails: 3, days: 7 }
            proof:
              - Ann@team.example.com
              - bob@team.example.com
            guard: { bounces: 3%, complaints: 0.05%, fewBounces: 10, fewComplaints: 0 }
            """;

    static final String LEAST = """
            campaign: least
            from: rewards@mail.example.com
            template: weekly-loyalty
            segment: {}
            """;

    private static CampaignDefinition parse(String text) {
        return CampaignDefinition.parse("jobs/x.yml", text);
    }

    @Test
    void readsEveryKey() {
        assertThat(parse(FULL))
                .isEqualTo(new CampaignDefinition(
                        "weekly-loyalty",
                        "Coins for players who came back this week",
                        new Schedule("0 9 * * MON", ZoneId.of("America/Los_Angeles"), Duration.ofHours(6)),
                        "Lucky Reels <rewards@mail.example.com>",
                        "support@example.com",
                        "weekly-loyalty",
                        Map.of(
                                "lastActiveAt", Map.of("$gte", Map.of("daysAgo", 7)),
                                "attributes.spent", Map.of("$gte", 100)),
                        new CampaignDefinition.Inactivity(120),
                        new CampaignDefinition.Limits(5_000_000L, 800.0),
                        new CampaignDefinition.Rollout(0.02, Duration.ofHours(1)),
                        new CampaignDefinition.Approval(100_000),
                        "rewards",
                        new CampaignDefinition.Cap(3, 7),
                        List.of(
                                new EmailAddress("Ann@team.example.com", "ann@team.example.com"),
                                new EmailAddress("bob@team.example.com", "bob@team.example.com")),
                        new CampaignDefinition.Guard(0.03, 0.0005, 10, 0),
                        FULL));
    }

    @Test
    void whatIsNotRequiredIsAbsent() {
        CampaignDefinition least = parse(LEAST);

        assertThat(least.segment()).isEmpty();
        assertThat(least.proof()).isEmpty();
        assertThat(least.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(least)
                .hasAllNullFieldsOrPropertiesExcept(
                        "campaign", "from", "template", "segment", "proof", "zone", "source");
    }

    @Test
    void itsSourceReadsBackToTheSame() {
        CampaignDefinition definition = parse("# with a comment\n" + FULL);

        assertThat(CampaignDefinition.parse("pinned", definition.source())).isEqualTo(definition);
    }

    @Test
    void keepsTheOrderAndTheTypesOfASegment() {
        CampaignDefinition definition = parse(LEAST.replace("{}", """

                  attributes.b: { $in: [1, 2.5, "3", true] }
                  attributes.a: 9000000000
                  $or: [{ locale: en-GB }, { attributes.since: { $gte: 2026-01-31 } }]
                """));

        assertThat(definition.segment().toString())
                .isEqualTo("{attributes.b={$in=[1, 2.5, 3, true]}, attributes.a=9000000000,"
                        + " $or=[{locale=en-GB}, {attributes.since={$gte=2026-01-31}}]}");
        assertThat(definition.segment()).containsEntry("attributes.a", 9_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            90s | PT1M30S
            30m | PT30M
            1h30m | PT1H30M
            1d12h | PT36H
            """)
    void readsDurations(String text, Duration duration) {
        assertThat(parse(FULL.replace("watch: 1h", "watch: " + text)).rollout())
                .isEqualTo(new CampaignDefinition.Rollout(0.02, duration));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *
            */5 0-6,22,23 1-31/2 JAN-MAR,6 SUN
            0 9 * * 1-5
            59 23 31 DEC 7
            0 9 * * mon
            """)
    void takesCronAsPeopleWriteIt(String cron) {
        assertThat(parse(FULL.replace("0 9 * * MON", cron)).schedule())
                .extracting(Schedule::cron)
                .isEqualTo(cron);
    }

    @Test
    void aMissingKeyIsNamed() {
        for (String key : List.of("campaign", "from", "template", "segment")) {
            assertThatThrownBy(() -> parse(LEAST.replaceAll("(?m)^" + key + ":.*\\n", "")))
                    .isInstanceOf(InvalidCampaign.class)
                    .hasMessage("jobs/x.yml:1: the key '" + key + "' is missing");
        }
        assertThatThrownBy(() -> parse(FULL.replace("cron: \"0 9 * * MON\", ", "")))
                .hasMessage("jobs/x.yml:3: the key 'schedule.cron' is missing");
    }
}
