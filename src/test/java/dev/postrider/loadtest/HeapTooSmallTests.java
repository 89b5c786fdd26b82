package dev.postrider.loadtest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapTooSmallTests {

    /** What -Xmx512m comes to. */
    private static final long USUAL = 477_000_000;

    @ParameterizedTest
    @CsvSource({"8, 50, 10000", "64, 50, 10000", "256, 1, 100000", "32, 1, 1000000"})
    void theUsualHeapIsLargeEnoughForWhatPeopleAsk(int threads, int perRequest, int size) {
        assertThatCode(() -> HeapTooSmall.check(threads, perRequest, size, USUAL))
                .doesNotThrowAnyException();
    }

    @Test
    void tellsHowLargeItHasToBe() {
        assertThatThrownBy(() -> HeapTooSmall.check(64, 1, 1_000_000, USUAL))
                .isInstanceOf(HeapTooSmall.class)
                .hasMessage("64 threads with 1,000,000 bytes of mail in hand each take up to 640 MB of memory, and"
                        + " there are 477: fewer --threads, a smaller --size, or POSTRIDER_JAVA_OPTS=-Xmx711m");
    }

    @Test
    void theHeapThatItNamesIsLargeEnough() {
        assertThatCode(() -> HeapTooSmall.check(64, 1, 1_000_000, 711L * 1024 * 1024 * 9 / 10))
                .doesNotThrowAnyException();
    }
}
