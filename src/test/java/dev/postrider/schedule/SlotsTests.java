package dev.postrider.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.definition.Cron;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTests {

    private static Slots slots(String cron, String zone) {
        return new Slots(Cron.of(cron), ZoneId.of(zone));
    }

    private static List<Instant> between(Slots slots, Instant after, Instant until) {
        return Stream.iterate(slots.next(after), Objects::nonNull, slots::next)
                .takeWhile(slot -> !slot.isAfter(until))
                .toList();
    }

    /** The instants after the first one that is given, in UTC. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0 9 * * *     | America/New_York   | 2026-03-07T14:00 2026-03-08T13:00 2026-03-09T13:00
            30 2 * * *    | America/New_York   | 2026-03-07T07:30 2026-03-08T07:30 2026-03-09T06:30
            */30 2,3 * * * | America/New_York  | 2026-03-08T06:59 2026-03-08T07:00 2026-03-08T07:30 2026-03-09T06:00
            30 1,2 * * *  | America/New_York   | 2026-03-08T06:30 2026-03-08T07:30 2026-03-09T05:30
            30 1 * * *    | America/New_York   | 2026-10-31T05:30 2026-11-01T05:30 2026-11-02T06:30
            0 1,2 * * *   | America/New_York   | 2026-11-01T04:59 2026-11-01T05:00 2026-11-01T07:00 2026-11-02T06:00
            */20 * * * *  | Europe/Berlin      | 2026-03-29T00:40 2026-03-29T01:00 2026-03-29T01:20 2026-03-29T01:40 2026-03-29T02:00
            30 2 * * *    | Europe/Berlin      | 2026-03-28T01:30 2026-03-29T01:30 2026-03-30T00:30
            30 2 * * *    | Europe/Berlin      | 2026-10-24T00:30 2026-10-25T00:30 2026-10-26T01:30
            */20 2 * * *  | Europe/Berlin      | 2026-10-25T00:20 2026-10-25T00:40 2026-10-26T01:00
            15 2 * * *    | Australia/Lord_Howe | 2026-10-02T15:45 2026-10-03T15:45 2026-10-04T15:15
            20,40 2 * * * | Australia/Lord_Howe | 2026-10-03T15:00 2026-10-03T15:40 2026-10-03T15:50 2026-10-04T15:20
            45 1 * * *    | Australia/Lord_Howe | 2026-04-03T14:45 2026-04-04T14:45 2026-04-05T15:15
            0 9 * * *     | Pacific/Apia       | 2011-12-28T19:00 2011-12-29T19:00 2011-12-30T19:00 2011-12-31T19:00
            0 9 * * FRI   | Pacific/Apia       | 2011-12-23T19:00 2011-12-30T19:00 2012-01-05T19:00
            0 9 * * MON   | UTC                | 2026-03-02T09:00 2026-03-09T09:00
            """)
    void keepsLocalTimeOverTransitions(String cron, String zone, String instants) {
        List<Instant> expected = Arrays.stream(instants.split(" "))
                .map(instant -> Instant.parse(instant + ":00Z"))
                .toList();

        assertThat(slots(cron, zone).next(expected.get(0), expected.size() - 1))
                .isEqualTo(expected.subList(1, expected.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "UTC"
            })
    void aDailySlotComesOnceOnEveryDateThatThereIs(String name) {
        ZoneId zone = ZoneId.of(name);
        Instant start = LocalDate.parse("2011-06-01").atStartOfDay(zone).toInstant();
        Instant end =
                LocalDate.parse("2013-06-01").atStartOfDay(zone).toInstant().minusMillis(1);
        for (String time : List.of("0 0", "30 1", "0 2", "15 2", "59 2", "0 3", "30 12", "59 23")) {
            List<LocalDate> days = between(slots(time + " * * *", name), start.minusMillis(1), end).stream()
                    .map(slot -> LocalDate.ofInstant(slot, zone))
                    .toList();

            List<LocalDate> all = start.atZone(zone)
                    .toLocalDate()
                    .datesUntil(LocalDate.parse("2013-06-01"))
                    .filter(day -> day.equals(
                            LocalDate.ofInstant(day.atStartOfDay(zone).toInstant(), zone)))
                    .toList();
            assertThat(days).isEqualTo(all);
        }
    }

    /** Whatever instant the search begins at, it finds what a search from long before finds. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-08T00:00:00Z",
        "America/New_York, 2026-11-01T00:00:00Z",
        "Australia/Lord_Howe, 2026-10-03T10:00:00Z",
        "Australia/Lord_Howe, 2026-04-04T10:00:00Z",
        "Pacific/Apia, 2011-12-29T12:00:00Z",
        "UTC, 2026-03-08T00:00:00Z",
    })
    void noSlotDependsOnWhereTheSearchBegins(String zone, Instant start) {
        for (String cron : List.of("*/7 * * * *", "20,40 2 * * *", "5 */2 * * *", "50 1-3 * * *", "0 9 * * FRI")) {
            Slots slots = slots(cron, zone);
            Instant end = start.plus(2, ChronoUnit.DAYS);
            List<Instant> whole = between(slots, start.minus(30, ChronoUnit.DAYS), end.plus(9, ChronoUnit.DAYS));
            assertThat(whole).isSorted().doesNotHaveDuplicates();
            TreeSet<Instant> sorted = new TreeSet<>(whole);
            for (Instant after = start; after.isBefore(end); after = after.plusSeconds(60)) {
                assertThat(slots.next(after)).as("%s after %s", cron, after).isEqualTo(sorted.higher(after));
            }
        }
    }

    @Test
    void thereIsNoSlotOfADayThatNeverComes() {
        assertThat(slots("0 0 30 2 *", "UTC").next(Instant.EPOCH)).isNull();
        assertThat(slots("0 0 30 2 *", "UTC").next(Instant.EPOCH, 3)).isEmpty();
    }
}
