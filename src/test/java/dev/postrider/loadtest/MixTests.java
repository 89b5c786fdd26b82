package dev.postrider.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixTests {

    private static Map<SimulatedMailbox, Long> first(int messages, Mix mix) {
        return LongStream.range(0, messages)
                .mapToObj(mix::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void givesEachMailboxItsShare() {
        Mix mix = Mix.parse("success=94,bounce=3, complaint=1,suppressionlist=1,OOTO = 1");

        assertThat(first(300, mix))
                .isEqualTo(Map.of(
                        SimulatedMailbox.SUCCESS, 282L,
                        SimulatedMailbox.BOUNCE, 9L,
                        SimulatedMailbox.COMPLAINT, 3L,
                        SimulatedMailbox.SUPPRESSIONLIST, 3L,
                        SimulatedMailbox.OOTO, 3L));
    }

    @Test
    void mixesTheMailboxesRatherThanTakeThemInTurn() {
        assertThat(first(50, Mix.parse("success=50,bounce=50"))).hasSize(2);
    }

    @Test
    void sharesNeedNotAddUpToAHundredAndMayBeNone() {
        assertThat(first(10, Mix.parse("bounce=1,success=0"))).isEqualTo(Map.of(SimulatedMailbox.BOUNCE, 10L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "success | 'success' is not MAILBOX=SHARE, such as success=97,bounce=3",
                "success=-1 | 'success=-1' is not MAILBOX=SHARE, such as success=97,bounce=3",
                "success=1, | '' is not MAILBOX=SHARE, such as success=97,bounce=3",
                "reply@example.com=1 | 'reply@example.com=1' is not MAILBOX=SHARE, such as success=97,bounce=3",
                "bounced=1 | the mailbox simulator has no bounced, only success, bounce, complaint, suppressionlist, ooto",
                "success=1,Success=2 | Success is named twice",
                "success=0 | the shares add up to 0, not to 1 to 10000",
                "success=9999,bounce=2 | the shares add up to 10001, not to 1 to 10000",
            })
    void refusesWhatIsNoMix(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Mix.parse(text)).withMessage(message);
    }
}
