package dev.postrider.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequenceTests {

    @Test
    void isTheSameForTheSameSeedAndAnotherForTheNext() {
        assertThat(Sequence.of(7)).isEqualTo(Sequence.of(7));
        assertThat(Sequence.of(7).steps()).isNotEqualTo(Sequence.of(8).steps());
    }

    @Test
    void somebodyServesInEverySeed() {
        assertThat(LongStream.range(1, 51).map(seed -> Sequence.of(seed).workers()))
                .containsOnly(0L, 1L, 2L);
    }

    @Test
    void everyDisturbanceComesInFiftySeeds() {
        assertThat(LongStream.range(1, 51).boxed().flatMap(seed -> Sequence.of(seed).steps().stream()))
                .extracting(Step::disturbance)
                .contains(Disturbance.values());
    }

    @Test
    void everyKindOfCampaignAndEveryResendComesInFiftySeeds() {
        assertThat(LongStream.range(1, 51).boxed().flatMap(seed -> Sequence.of(seed).kinds().stream()))
                .contains(CampaignKind.values());
        assertThat(LongStream.range(1, 51)
                        .mapToObj(seed -> Sequence.of(seed).resending().state()))
                .contains(Attempt.UNKNOWN, Attempt.REJECTED, Resending.NONE.state());
    }

    @Test
    void inEverySeedThereAreFourCampaignsOneOfWhichHasTwoSlots() {
        assertThat(LongStream.range(1, 51).mapToObj(seed -> Sequence.of(seed).kinds()))
                .allSatisfy(kinds -> {
                    assertThat(kinds).doesNotHaveDuplicates().startsWith(CampaignKind.PLAIN);
                    assertThat(kinds.stream().flatMap(kind -> kind.runs().stream()))
                            .hasSize(Sequence.RUNS);
                });
    }

    @Test
    void anOperatorComesToApproveEveryRunThatWaitsForApproval() {
        assertThat(LongStream.range(1, 51).mapToObj(Sequence::of))
                .filteredOn(sequence ->
                        sequence.kinds().stream().anyMatch(kind -> kind.gates().contains(Gate.APPROVAL)))
                .isNotEmpty()
                .allSatisfy(sequence -> assertThat(sequence.steps())
                        .extracting(Step::disturbance)
                        .contains(Disturbance.APPROVE_RUN));
    }
}
