package dev.postrider.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class RunLogContextTests {

    private static final RunId MONDAY = new RunId("loyalty@20261123T090000Z");
    private static final RunId TUESDAY = new RunId("loyalty@20261124T090000Z");

    @AfterEach
    void end() {
        RunLogContext.end();
    }

    @Test
    void aRunHasOneTraceInEveryProcessAndEveryRunAnother() {
        RunLogContext.begin(MONDAY);
        assertThat(MDC.get(RunLogContext.RUN)).isEqualTo(MONDAY.value());
        assertThat(MDC.get(RunLogContext.TRACE)).isEqualTo("5a138c498c46bfe098c7a707e791435f");

        RunLogContext.begin(TUESDAY);
        assertThat(MDC.get(RunLogContext.TRACE))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("5a138c498c46bfe098c7a707e791435f");

        RunLogContext.end();
        assertThat(MDC.get(RunLogContext.TRACE)).isNull();
        assertThat(MDC.get(RunLogContext.RUN)).isNull();
    }

    @Test
    void everyPartOfARunIsASpanOfItsOwn() {
        assertThat(RunLogContext.spanId(MONDAY, "render 7")).matches("[0-9a-f]{16}");
        assertThat(RunLogContext.spanId(MONDAY, "render 7"))
                .isEqualTo(RunLogContext.spanId(MONDAY, "render 7"))
                .isNotEqualTo(RunLogContext.spanId(MONDAY, "render 8"))
                .isNotEqualTo(RunLogContext.spanId(TUESDAY, "render 7"));
    }
}
