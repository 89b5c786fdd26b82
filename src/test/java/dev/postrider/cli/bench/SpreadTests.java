package dev.postrider.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTests {

    @Test
    void theMedianOfAnOddNumberIsTheMiddle() {
        assertThat(Spread.of(List.of(3.0, 1.0, 8.0))).isEqualTo(new Spread(3, 1, 8));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 8.0))).isEqualTo(new Spread(3, 1, 8));
    }
}
