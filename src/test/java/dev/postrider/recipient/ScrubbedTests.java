package dev.postrider.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScrubbedTests {

    @Test
    void isOneLineWithRunsAndTheSenderButNoOtherAddress() {
        String text = "SES refused\n <player.one@mail.example.com>, root@localhost of"
                + " Rewards@mail.example.com: run 'loyalty@20261124T090000Z' waits";

        assertThat(Scrubbed.text(text, "rewards@mail.example.com"))
                .isEqualTo("SES refused <<address>>, <address> of Rewards@mail.example.com:"
                        + " run 'loyalty@20261124T090000Z' waits");
    }

    @Test
    void isCutOnlyWhereItMayBe() {
        String text = "x".repeat(300);

        assertThat(Scrubbed.text(text, "")).isEqualTo("x".repeat(200) + "...");
        assertThat(Scrubbed.masked(text, "")).isEqualTo(text);
    }
}
