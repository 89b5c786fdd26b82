package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.simulator.SimulatorOptions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderCheckIntegrationTests {

    private final SimulatedAccount account = new SimulatedAccount(SimulatorOptions.defaults());

    @AfterEach
    void stop() {
        account.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rewards@mail.example.com", "mail.example.com", "example.com"})
    void theAddressItsDomainOrOneAboveIsVerified(String identity) {
        account.simulator.change("verifiedIdentities", List.of(identity));

        assertThatCode(() -> account.ses.senderCheck.check(SampleBatch.FROM)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other@mail.example.com", "other.example.com", "news.mail.example.com"})
    void anotherIdentityIsNotEnough(String identity) {
        account.simulator.change("verifiedIdentities", List.of(identity));

        assertRefused("SES has not verified the sender: verify mail.example.com or rewards@mail.example.com"
                + " as an identity in us-east-1");
    }

    @ParameterizedTest
    @CsvSource({
        "sendingEnabled, false, sending is paused for this SES account",
        "enforcementStatus, SHUTDOWN, SES has shut down sending for this account",
        "productionAccess, false, this SES account is in the sandbox"
    })
    void anAccountThatMayNotSendIsRefused(String setting, String value, String reason) {
        account.simulator.change(setting, value.equals("false") ? false : value);

        assertRefused(reason);
    }

    @Test
    void theSandboxCanBeAllowed() {
        account.simulator.change("productionAccess", false);
        try (TestSes ses = TestSes.at(
                account.simulator.endpoint(), Clock.systemUTC(), Map.of("postrider.ses.allow-sandbox", "true"))) {
            assertThatCode(() -> ses.senderCheck.check(SampleBatch.FROM)).doesNotThrowAnyException();
        }
    }

    @Test
    void mailToTheMailboxSimulatorMayGoFromTheSandbox() {
        account.simulator.change("productionAccess", false);

        assertThatCode(() -> account.ses.senderCheck.checkForMailboxSimulator(SampleBatch.FROM))
                .doesNotThrowAnyException();
    }

    @Test
    void aPausedAccountSendsNothingToTheMailboxSimulatorEither() {
        account.simulator.change("sendingEnabled", false);

        assertThatThrownBy(() -> account.ses.senderCheck.checkForMailboxSimulator(SampleBatch.FROM))
                .isInstanceOf(SenderRefused.class)
                .hasMessageStartingWith("sending is paused for this SES account");
    }

    @Test
    void aSenderWithoutAnAddressIsRefused() {
        assertThatThrownBy(() -> account.ses.senderCheck.check("Lucky Reels"))
                .isInstanceOf(SenderRefused.class)
                .hasMessage("the sender 'Lucky Reels' cannot be used: email \"Lucky Reels\" is not of the form"
                        + " name@domain");
    }

    @Test
    void anSesThatDoesNotAnswerIsNoRefusal() {
        account.simulator.close();

        assertThatThrownBy(() -> account.ses.senderCheck.check(SampleBatch.FROM))
                .isInstanceOf(SesUnavailable.class)
                .hasMessageStartingWith("SES does not tell the account's limits: ");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> account.ses.senderCheck.check(SampleBatch.FROM))
                .isInstanceOf(SenderRefused.class)
                .hasMessageStartingWith(reason);
    }
}
