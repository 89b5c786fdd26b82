package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.recipient.InvalidEmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "rewards@mail.example.com|rewards@mail.example.com",
                "<rewards@mail.example.com>|rewards@mail.example.com",
                "Lucky Reels <rewards@mail.example.com>|\"Lucky Reels\" <rewards@mail.example.com>",
                "\"Reels, \\\"Lucky\\\"\" <rewards@example.com>|\"Reels, \\\"Lucky\\\"\" <rewards@example.com>",
                "Glück <rewards@example.com>|=?UTF-8?B?R2zDvGNr?= <rewards@example.com>",
                "Reels <rewards@glück.example>|\"Reels\" <rewards@xn--glck-1ra.example>",
            })
    void isEncodedForAHeader(String text, String encoded) {
        assertThat(Mailbox.parse(text).encoded()).isEqualTo(encoded);
    }

    @Test
    void aLongNameBecomesSeveralEncodedWords() {
        String encoded =
                Mailbox.parse("ü".repeat(60) + " <rewards@example.com>").encoded();

        assertThat(encoded.split(" "))
                .hasSize(4)
                .allSatisfy(word -> assertThat(word.length()).isLessThan(76));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Lucky Reels", "Lucky <rewards@example.com", "Lucky <rewards>", "a@b@c <x y@example.com>"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Mailbox.parse(text)).isInstanceOf(InvalidEmailAddress.class);
    }

    @Test
    void aNameCannotAddAHeader() {
        assertThat(Mailbox.parse("Lucky\r\nBcc: x <rewards@example.com>").encoded())
                .isEqualTo("\"Lucky  Bcc: x\" <rewards@example.com>");
    }
}
