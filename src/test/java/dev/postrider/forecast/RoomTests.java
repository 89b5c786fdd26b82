package dev.postrider.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomTests {

    private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-12-02T00:00:00Z");
    private static final String NEWS = "news.example.com";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant END = NINE.plus(Duration.ofDays(14));

    private static Demand demand(Instant at, long recipients) {
        return demand(null, at, recipients);
    }

    private static Demand demand(@Nullable String identity, Instant at, long recipients) {
        return new Demand("loyalty@20261201T090000Z", "loyalty", null, identity, at, recipients);
    }

    /** Each identity may send to 100 on the first of the month, to 200 on the second, and so on. */
    private static Room room(long quota, Map<Instant, Long> sent, Map<String, Long> sentToday) {
        WarmUpDays days = new WarmUpDays(
                (identity, day) -> day.getDayOfMonth() * 100L, LocalDate.ofInstant(NINE, ZoneOffset.UTC), sentToday);
        return new Room(quota, new Volumes(sent), days, END);
    }

    @Test
    void aRunThatFitsHasItsTurnAtOnce() {
        assertThat(room(Long.MAX_VALUE, Map.of(), Map.of()).turns(demand(NINE, 500)))
                .isEqualTo(Map.of(NINE, 500L));
        assertThat(room(500, Map.of(), Map.of()).turns(demand(NINE, 500))).isEqualTo(Map.of(NINE, 500L));
    }

    @Test
    void whoHasNoRoomWaitsUntilWhatWasSentIsADayOld() {
        Instant eight = NINE.minus(Duration.ofHours(1));
        Room room = room(1_000, Map.of(eight, 900L), Map.of());

        assertThat(room.turns(demand(NINE, 2_100)))
                .isEqualTo(Map.of(
                        NINE,
                        100L,
                        eight.plus(DAY),
                        900L,
                        NINE.plus(DAY),
                        100L,
                        eight.plus(DAY.multipliedBy(2)),
                        900L,
                        NINE.plus(DAY.multipliedBy(2)),
                        100L));
    }

    @Test
    void theNextRunHasItsTurnAfterTheOneThatWaits() {
        Room room = room(1_000, Map.of(), Map.of());
        room.turns(demand(NINE, 1_700));

        assertThat(room.turns(demand(NINE.plus(Duration.ofHours(3)), 200))).isEqualTo(Map.of(NINE.plus(DAY), 200L));
    }

    @Test
    void aWarmUpGivesItsIdentityEveryDaysShareFromMidnight() {
        Room room = room(10_000, Map.of(NINE.minusSeconds(60), 30L), Map.of(NEWS, 30L));

        assertThat(room.turns(demand(NEWS, NINE, 300)))
                .isEqualTo(Map.of(NINE, 70L, MIDNIGHT, 200L, MIDNIGHT.plus(DAY), 30L));
    }

    @Test
    void identitiesWaitForTheirOwnDaysOnly() {
        Room room = room(10_000, Map.of(), Map.of());

        assertThat(room.turns(demand(NEWS, NINE, 250))).isEqualTo(Map.of(NINE, 100L, MIDNIGHT, 150L));
        assertThat(room.turns(demand("shop.example.com", NINE, 150))).isEqualTo(Map.of(NINE, 100L, MIDNIGHT, 50L));
        assertThat(room.turns(demand(NEWS, NINE, 60))).isEqualTo(Map.of(MIDNIGHT, 50L, MIDNIGHT.plus(DAY), 10L));
        assertThat(room.turns(demand(NINE, 5_000))).isEqualTo(Map.of(NINE, 5_000L));
    }

    @Test
    void whatHasNoRoomBeforeTheEndHasNoTurn() {
        assertThat(room(0, Map.of(), Map.of()).turns(demand(NINE, 1))).isEmpty();
    }
}
