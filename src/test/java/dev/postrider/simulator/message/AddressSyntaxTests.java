package dev.postrider.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.simulator.http.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSyntaxTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com",
                "first.last+label@mail.example.co.uk",
                "o'neil@example.com",
                "a@xn--bcher-kva.example",
                "Lucky Reels <rewards@mail.example.com>",
                "\"A, B\" <a@example.com>",
                "bounce+42@simulator.amazonses.com"
            })
    void takesWellFormedAddresses(String address) {
        assertThatCode(() -> AddressSyntax.check(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@example.com",
                "a@",
                "a@example",
                "a@-example.com",
                "a@example..com",
                "a b@example.com",
                "a,b@example.com",
                "ä@example.com",
                "a@bücher.example",
                "a@b@example.com",
                "a@exam\nple.com",
                "x\r\nBcc: b <a@example.com>"
            })
    void refusesMalformedAddresses(String address) {
        assertThatThrownBy(() -> AddressSyntax.check(address))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("BadRequestException"));
    }

    @Test
    void findsTheAddressBehindADisplayName() {
        assertThat(AddressSyntax.bare("Lucky Reels <rewards@example.com>")).isEqualTo("rewards@example.com");
        assertThat(AddressSyntax.bare(" rewards@example.com ")).isEqualTo("rewards@example.com");
    }
}
