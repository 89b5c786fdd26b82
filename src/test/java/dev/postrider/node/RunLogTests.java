package dev.postrider.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunLogTests {

    @Test
    void causesAreOneLineWithoutWholeAddresses() {
        assertThat(RunLog.line("SES refused\n <player.one@mail.example.com>: run 'loyalty@20261124T090000Z' waits"))
                .isEqualTo("SES refused <<address at mail.example.com>>: run 'loyalty@20261124T090000Z' waits");
    }
}
