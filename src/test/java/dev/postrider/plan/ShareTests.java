package dev.postrider.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareTests {

    private static final RunId RUN = new RunId("weekly-loyalty@20261124T090000Z");
    private static final List<RecipientId> RECIPIENTS = IntStream.range(0, 100_000)
            .mapToObj(number -> new RecipientId(String.format("%05d", number)))
            .toList();

    private static List<RecipientId> chosen(RunId run, double fraction) {
        Share share = new Share(run, fraction);
        return RECIPIENTS.stream().filter(share::has).toList();
    }

    @Test
    void isCloseToItsFractionAndTheSameEachTime() {
        List<RecipientId> chosen = chosen(RUN, 0.02);

        assertThat(chosen).hasSizeBetween(1_800, 2_200).isEqualTo(chosen(RUN, 0.02));
    }

    @Test
    void isAnotherInAnotherRun() {
        List<RecipientId> other = chosen(new RunId("weekly-loyalty@20261201T090000Z"), 0.02);

        assertThat(other.stream().filter(new Share(RUN, 0.02)::has)).hasSizeLessThan(200);
    }

    @Test
    void aLargerShareOfARunHasTheSmallerOne() {
        assertThat(chosen(RUN, 0.1)).containsAll(chosen(RUN, 0.02));
    }
}
