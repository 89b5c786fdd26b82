package dev.postrider.outbox;

import static dev.postrider.outbox.SampleEnvelopes.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.ledger.RunId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeCodecTests {

    private static final RunId RUN = new RunId("weekly-loyalty@20260105T090000Z");

    private final EnvelopeCodec codec = new EnvelopeCodec();

    @Test
    void readsWhatItWrote() {
        EnvelopeBatch batch = batch(RUN, 50);

        assertThat(codec.decode(codec.encode(batch))).isEqualTo(batch);
    }

    @Test
    void keepsWhatIsAbsentOrEmpty() {
        EnvelopeBatch batch = new EnvelopeBatch(RUN, "a@example.com", null, List.of());

        assertThat(codec.decode(codec.encode(batch))).isEqualTo(batch);
    }

    @Test
    void keepsEveryCharacter() {
        String text = "\0\t\"\\<ß€\u2028🎰 \uD83C\uDFB0".repeat(3_000);
        EnvelopeBatch batch = new EnvelopeBatch(RUN, "a@example.com", null, List.of(SampleEnvelopes.envelope(1, text)));

        assertThat(codec.decode(codec.encode(batch))).isEqualTo(batch);
    }

    @Test
    void compressesWhatMessagesHaveInCommon() {
        EnvelopeBatch batch = batch(RUN, 50);

        assertThat(codec.encode(batch).length).isLessThan(20 * 50 * 2);
    }

    @Test
    void refusesAnotherVersionByName() {
        byte[] wire = codec.encode(batch(RUN, 1));
        wire[0] = 1;

        assertThatThrownBy(() -> codec.decode(wire))
                .isInstanceOf(UnreadableBatch.class)
                .hasMessage("envelope format 1 is unknown to this version, which reads format 2");
    }

    @Test
    void refusesWhatIsDamagedWithoutReadingOn() {
        byte[] wire = codec.encode(batch(RUN, 3));

        for (int length = 0; length < wire.length; length++) {
            byte[] cut = Arrays.copyOf(wire, length);
            assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(UnreadableBatch.class);
        }
        byte[] huge = {EnvelopeCodec.VERSION, -1, -1, -1, -1, 7};
        assertThatThrownBy(() -> codec.decode(huge)).isInstanceOf(UnreadableBatch.class);
    }
}
