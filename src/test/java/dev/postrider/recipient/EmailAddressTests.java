package dev.postrider.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "Ann.Lee@Example.COM, Ann.Lee@Example.COM, ann.lee@example.com",
        "ann+news@example.com, ann+news@example.com, ann+news@example.com",
        "success+c00001@simulator.amazonses.com, success+c00001@simulator.amazonses.com, success+c00001@simulator.amazonses.com",
        "Rolf@Bücher.example, Rolf@xn--bcher-kva.example, rolf@xn--bcher-kva.example",
        "rolf@XN--BCHER-KVA.example, rolf@XN--BCHER-KVA.example, rolf@xn--bcher-kva.example",
        "o'hara_x@mail.example.co.uk, o'hara_x@mail.example.co.uk, o'hara_x@mail.example.co.uk"
    })
    void keepsTheAddressForSendingAndNormalisesItForComparison(String text, String given, String normalised) {
        assertThat(EmailAddress.parse(text)).isEqualTo(new EmailAddress(given, normalised));
    }

    @Test
    void labelsMakeDifferentAddresses() {
        assertThat(EmailAddress.parse("ann+a@example.com").normalised())
                .isNotEqualTo(EmailAddress.parse("ann+b@example.com").normalised());
    }

    @Test
    void dropsSpaceAroundTheAddressThatSpreadsheetsLeave() {
        assertThat(EmailAddress.parse("\uFEFF ann@example.com\u00A0\t").given()).isEqualTo("ann@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.com",
                "ann@@example.com",
                "ann@example",
                "ann@localhost",
                "ann@gmail.con",
                "ann@exa mple.com",
                "ann lee@example.com",
                "ann@example.com, bob@example.com",
                "Ann <ann@example.com>",
                "ann@[127.0.0.1]",
                "ann@-example.com",
                "ann@example..com",
                ".ann@example.com",
                "ann.@example.com",
                "a..b@example.com",
                "ann@example.com\r\nBcc: bob@example.com",
                "ann\r\n@example.com",
                "\"ann lee\"@example.com",
                "jörg@example.com",
                "a@b.c"
            })
    void refusesWhatSesWouldNotSendTo(String text) {
        assertThatThrownBy(() -> EmailAddress.parse(text))
                .isInstanceOf(InvalidEmailAddress.class)
                .hasMessageStartingWith("email \"")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@example.com"))
                .isInstanceOf(InvalidEmailAddress.class);
        assertThatThrownBy(() -> EmailAddress.parse("a@" + "example.".repeat(40) + "com"))
                .isInstanceOf(InvalidEmailAddress.class);
    }
}
