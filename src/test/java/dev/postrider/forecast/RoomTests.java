package dev.postrider.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class RoomTests {

    private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant END = NINE.plus(Duration.ofDays(14));

    private static long noWarmUp(LocalDate day) {
        return Long.MAX_VALUE;
    }

    private static Demand demand(Instant at, long recipients) {
        return new Demand("loyalty@20261201T090000Z", "loyalty", null, at, recipients);
    }

    private static Room room(long quota, ToLongFunction<LocalDate> mostOn, Map<Instant, Long> sent) {
        return new Room(quota, mostOn, new Volumes(sent), END);
    }

    @Test
    void aRunThatFitsHasItsTurnAtOnce() {
        assertThat(room(Long.MAX_VALUE, RoomTests::noWarmUp, Map.of()).turns(demand(NINE, 500)))
                .isEqualTo(Map.of(NINE, 500L));
        assertThat(room(500, RoomTests::noWarmUp, Map.of()).turns(demand(NINE, 500)))
                .isEqualTo(Map.of(NINE, 500L));
    }

    @Test
    void whoHasNoRoomWaitsUntilWhatWasSentIsADayOld() {
        Instant eight = NINE.minus(Duration.ofHours(1));
        Room room = room(1_000, RoomTests::noWarmUp, Map.of(eight, 900L));

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
        Room room = room(1_000, RoomTests::noWarmUp, Map.of());
        room.turns(demand(NINE, 1_700));

        assertThat(room.turns(demand(NINE.plus(Duration.ofHours(3)), 200))).isEqualTo(Map.of(NINE.plus(DAY), 200L));
    }

    @Test
    void theWarmUpGivesEveryDayItsShareFromMidnight() {
        Room room = room(10_000, day -> day.getDayOfMonth() * 100L, Map.of(NINE.minusSeconds(60), 30L));
        Instant midnight = Instant.parse("2026-12-02T00:00:00Z");

        assertThat(room.turns(demand(NINE, 300))).isEqualTo(Map.of(NINE, 70L, midnight, 200L, midnight.plus(DAY), 30L));
    }

    @Test
    void whatHasNoRoomBeforeTheEndHasNoTurn() {
        assertThat(room(0, RoomTests::noWarmUp, Map.of()).turns(demand(NINE, 1)))
                .isEmpty();
    }
}
