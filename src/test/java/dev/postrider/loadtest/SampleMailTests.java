package dev.postrider.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.outbox.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleMailTests {

    private static final String RUN = "20261124t090000z";

    private static Envelope mail(int size, long number) {
        return new SampleMail(RUN, size).to(SimulatedMailbox.BOUNCE, number);
    }

    @ParameterizedTest
    @ValueSource(ints = {SampleMail.SMALLEST, 1_001, 9_999, 10_000, 102_400, SampleMail.LARGEST})
    void hasExactlyTheSizeInHtmlAndTextWhateverItsNumber(int size) {
        for (long number : new long[] {0, 7, 999_999_999_999L}) {
            Envelope mail = mail(size, number);

            assertThat(mail.html().length() + mail.text().length()).isEqualTo(size);
            assertThat(mail.html().length()).isGreaterThan(mail.text().length());
            assertThat(mail.html().toString()).startsWith("<!doctype html>").endsWith("</body></html>\n");
        }
    }

    @Test
    void namesItsNumberAndLabelInAllParts() {
        Envelope mail = mail(2_000, 4711);

        assertThat(mail.email()).isEqualTo("bounce+20261124t090000z-4711@simulator.amazonses.com");
        assertThat(mail.subject()).contains(RUN, "message 4711");
        assertThat(mail.html().toString()).contains(RUN + "-4711", "Offer 4711-0", "href=\"" + mail.unsubscribeUrl());
        assertThat(mail.text().toString()).contains(RUN + "-4711", "Offer 4711-0", mail.unsubscribeUrl());
    }

    @Test
    void noTwoMessagesAreAlike() {
        String first = mail(10_000, 1).html().toString();
        String second = mail(10_000, 2).html().toString();

        assertThat(first.lines().filter(line -> second.lines().anyMatch(line::equals)))
                .hasSizeLessThan(5);
    }
}
