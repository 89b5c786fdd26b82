package dev.postrider.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTests {

    /** 1 November 2026 is a Sunday. */
    private static final LocalDateTime START = LocalDateTime.parse("2026-10-31T23:59:00");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0 13 * FRI  | 6 13 20 27
            0 0 13,14 * 5 | 6 13 14 20
            0 0 */2 * MON | 9 23 37 51
            0 0 1-7 * */7 | 1 36 64 99
            0 0 * * 0     | 1 8 15 22
            0 0 * * 7     | 1 8 15 22
            0 0 * * sun   | 1 8 15 22
            0 0 * * SUN-MON | 1 2 8 9
            0 0 * * 6-7   | 1 7 8 14
            0 0 * * 7-7   | 1 8 15 22
            0 0 * * */2   | 1 3 5 7
            0 0 30 2 MON  | 93 100 107 114
            0 0 31 * *    | 61 92 151 212
            """)
    void namesTheDaysThatCronWould(String cron, String days) {
        List<LocalDateTime> expected = Arrays.stream(days.split(" "))
                .map(day -> START.plusMinutes(1).plusDays(Integer.parseInt(day) - 1L))
                .toList();

        assertThat(Stream.iterate(Cron.of(cron).next(START), Objects::nonNull, Cron.of(cron)::next)
                        .limit(expected.size()))
                .isEqualTo(expected);
    }
}
