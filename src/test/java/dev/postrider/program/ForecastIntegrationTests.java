package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("mongodb")
class ForecastIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void namesTheFirstSlotThatTheQuotaHasNoRoomForAndTheDayByWhichToAskForMore() {
        try (Site site = new Site(folder, options -> options.withMax24HourSend(1_000)).recipients(600)) {
            daily(site, "loyalty", 9);
            daily(site, "second", 12);
            site.write("jobs/broken.yml", "campaign: broken\nschedule: { cron: '0 0 30 2 *' }\n");

            JsonNode forecast = site.start(List.of(), "forecast", "--days", "3", "--json")
                    .expectExit(1)
                    .json();

            assertThat(forecast.get("quota").asInt()).isEqualTo(1_000);
            assertThat(forecast.get("runs").size()).isEqualTo(6);
            JsonNode first = forecast.get("runs").get(0);
            assertThat(first.get("recipients").asInt()).isEqualTo(600);
            assertThat(first.get("late").asInt()).isZero();
            JsonNode second = forecast.get("runs").get(1);
            assertThat(second.get("last24Hours").asInt()).isEqualTo(1_200);
            assertThat(second.get("late").asInt()).isEqualTo(200);
            assertThat(Instant.parse(second.get("ends").asString()))
                    .isAfterOrEqualTo(Instant.parse(first.get("at").asString()).plus(Duration.ofDays(1)));
            assertThat(forecast.get("neededQuota").asInt()).isEqualTo(1_200);
            LocalDate needed =
                    LocalDate.ofInstant(Instant.parse(second.get("at").asString()), ZoneOffset.UTC);
            assertThat(LocalDate.parse(forecast.get("askBy").asString())).isBeforeOrEqualTo(needed.minusDays(3));
            assertThat(forecast.get("tooLate").asBoolean()).isTrue();
            assertThat(forecast.get("errors").get(0).asString()).contains("broken.yml:2");

            Program text = site.start(List.of(), "forecast", "--days", "3").expectExit(1);
            assertThat(text.output())
                    .contains("5 of 6 runs do not fit, the first being "
                            + second.get("run").asString() + ": 200 recipients wait for room")
                    .contains("a quota of 1,200 in 24 hours: ask AWS for it now: it is too late for "
                            + second.get("run").asString() + ", the day for that was "
                            + forecast.get("askBy").asString());
            assertThat(text.errors()).contains("'0 0 30 2 *' never fires");

            LocalDate later = LocalDate.now(ZoneOffset.UTC).plusDays(10);
            on(later, site, "loyalty", 9);
            on(later, site, "second", 12);
            JsonNode inTime =
                    site.start(List.of(), "forecast", "--json").expectExit(1).json();
            assertThat(inTime.get("tooLate").asBoolean()).isFalse();
            assertThat(LocalDate.parse(inTime.get("askBy").asString()))
                    .isBetween(later.minusDays(5), later.minusDays(3));
        }
    }

    @LongProof
    @Test
    void aRunThatMeetsItsIdentitysWarmUpPausesUntilMidnightAndOthersGoOn() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Site site = new Site(folder, options -> options.withMax24HourSend(4_000)).recipients(500)) {
            site.with(Map.of(
                    "postrider.warm-up[0].identity", "mail.example.com",
                    "postrider.warm-up[0].start", today.minusDays(1).toString(),
                    "postrider.warm-up[0].plan", "300,300,300,300,300",
                    "postrider.warm-up[1].identity", "shop@shop.example.com",
                    "postrider.warm-up[1].start", today.minusDays(1).toString(),
                    "postrider.warm-up[1].plan", "450,450,450,450,450",
                    "postrider.limits.transactional-reserve", "0.3"));
            site.collection("recipients")
                    .updateOne(Filters.eq("_id", "r00007"), Updates.set("subscription", "UNSUBSCRIBED"));
            LocalDate later = today.plusDays(2);
            on(later, site, "letters", 10, "Letters <letters@de.mail.example.com>");
            on(later, site, "shop", 11, "Shop <Shop@shop.example.com>");
            on(later, site, "others", 12, "others@shop.example.com");

            site.write("jobs/loyalty.yml", """
                    campaign: loyalty
                    from: "Lucky Reels <rewards@mail.example.com>"
                    template: loyalty
                    segment: { attributes.spent: { $gte: 0 } }
                    proof: [team@example.com]
                    """);

            Program run = site.run().expectExit(3);
            assertThat(run.errors()).contains(": today 300 recipients").contains(": today 450 recipients");
            JsonNode paused = run.json();
            assertThat(paused.get("state").asString()).isEqualTo("PAUSED");
            assertThat(paused.get("cause").asString())
                    .isEqualTo("day 2 of the warm-up of mail.example.com allows 300 recipients, and they are used up");
            Instant resumesAt = Instant.parse(paused.get("resumesAt").asString());
            assertThat(resumesAt)
                    .isEqualTo(today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            assertThat(site.messages()).as("one of them the proof copy").hasSize(300);
            site.start(List.of(), "campaign", "run", "others", "--slot", Site.SLOT)
                    .expectExit(0);
            assertThat(site.messages()).hasSize(300 + 499);

            JsonNode forecast =
                    site.start(List.of(), "forecast", "--json").expectExit(0).json();
            assertThat(forecast.get("quota").asInt()).isEqualTo(2_800);
            assertThat(forecast.get("sentLast24Hours").asInt()).isEqualTo(799);
            assertThat(forecast.get("neededQuota").isNull()).isTrue();
            JsonNode rest = forecast.get("runs").get(0);
            assertThat(rest.get("state").asString()).isEqualTo("PAUSED");
            assertThat(Instant.parse(rest.get("at").asString())).isEqualTo(resumesAt);
            assertThat(rest.get("recipients").asInt()).isEqualTo(200);
            expectWarmUp(rest, "mail.example.com", 300, 0);
            expectWarmUp(forecast.get("runs").get(1), "mail.example.com", 300, 199);
            expectWarmUp(forecast.get("runs").get(2), "shop@shop.example.com", 450, 49);
            JsonNode unlimited = forecast.get("runs").get(3);
            assertThat(unlimited.get("warmUpIdentity").isNull()).isTrue();
            assertThat(unlimited.get("late").asInt()).isZero();

            assertThat(site.start(List.of(), "forecast").expectExit(0).output())
                    .contains("2 of 4 runs do not fit, the first being letters@")
                    .contains("The warm-up of mail.example.com does not allow more: letters@")
                    .contains("The warm-up of shop@shop.example.com does not allow more: shop@")
                    .doesNotContain("ask AWS");

            Program plan = site.start(List.of(), "campaign", "plan", "letters", "--slot", Site.SLOT)
                    .expectExit(0);
            assertThat(plan.output()).contains("0 today from mail.example.com");
            assertThat(plan.errors()).contains("The warm-up of mail.example.com has room for 0 of 499 messages");
        }
    }

    private static void expectWarmUp(JsonNode run, String identity, int most, int late) {
        assertThat(run.get("warmUpIdentity").asString()).isEqualTo(identity);
        assertThat(run.get("warmUp").asInt()).isEqualTo(most);
        assertThat(run.get("late").asInt()).isEqualTo(late);
        assertThat(run.get("lateByWarmUp").asInt()).isEqualTo(late);
    }

    private static void daily(Site site, String campaign, int hour) {
        scheduled(site, campaign, "0 %d * * *".formatted(hour), "rewards@mail.example.com");
    }

    private static void on(LocalDate day, Site site, String campaign, int hour) {
        on(day, site, campaign, hour, "rewards@mail.example.com");
    }

    private static void on(LocalDate day, Site site, String campaign, int hour, String from) {
        String cron = "0 %d %d %d *".formatted(hour, day.getDayOfMonth(), day.getMonthValue());
        scheduled(site, campaign, cron, from);
    }

    private static void scheduled(Site site, String campaign, String cron, String from) {
        site.write("jobs/" + campaign + ".yml", """
                campaign: %s
                schedule: { cron: "%s" }
                from: %s
                template: loyalty
                segment: { attributes.spent: { $gte: 0 } }
                """.formatted(campaign, cron, from));
    }
}
