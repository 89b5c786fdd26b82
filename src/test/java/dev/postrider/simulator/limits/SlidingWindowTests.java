package dev.postrider.simulator.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlidingWindowTests {

    @Test
    void forgetsWhatIsOneLengthOld() {
        SlidingWindow window = new SlidingWindow(100, 1);
        window.add(1000, 7);
        window.add(1050, 2);
        assertThat(window.total(1099)).isEqualTo(9);
        assertThat(window.total(1100)).isEqualTo(2);
        assertThat(window.total(1150)).isZero();
    }

    @Test
    void keepsACoarseSlotUntilItsLatestMemberMayBeForgotten() {
        SlidingWindow window = new SlidingWindow(100, 10);
        window.add(1000, 1);
        window.add(1009, 1);
        window.add(1010, 1);
        assertThat(window.total(1108)).isEqualTo(3);
        assertThat(window.total(1109)).isEqualTo(1);
    }
}
