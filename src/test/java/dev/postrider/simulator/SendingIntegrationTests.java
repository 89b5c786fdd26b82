package dev.postrider.simulator;

import static dev.postrider.simulator.SimulatedSes.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.BulkEmailEntryResult;
import software.amazon.awssdk.services.sesv2.model.BulkEmailStatus;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;
import tools.jackson.databind.JsonNode;

class SendingIntegrationTests {

    private final SimulatedSes ses = new SimulatedSes(SimulatorOptions.defaults());

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void takesSingleAndBulkSendsOfTheSdk() {
        String single = ses.send("a@example.com");
        List<BulkEmailEntryResult> bulk = ses.sendBulk(addresses(50));
        assertThat(single).isNotBlank();
        assertThat(bulk).hasSize(50).allMatch(result -> result.status() == BulkEmailStatus.SUCCESS);
        assertThat(bulk)
                .extracting(BulkEmailEntryResult::messageId)
                .doesNotHaveDuplicates()
                .doesNotContain(single);
        assertThat(ses.simulator.stats()).isEqualTo(new SimulatorStats(51, 0, 0, 51, 51));
        JsonNode messages = ses.get("/simulator/messages?from=1").get("messages");
        assertThat(messages).hasSize(50);
        for (int i = 0; i < 50; i++) {
            JsonNode message = messages.get(i);
            assertThat(message.get("messageId").asString())
                    .isEqualTo(bulk.get(i).messageId());
            assertThat(message.at("/to/0").asString()).isEqualTo("r" + i + "@example.com");
            assertThat(message.at("/headers/List-Unsubscribe").asString()).isEqualTo("<https://example.com/u/1>");
            assertThat(message.at("/tags/recipient").asString()).isEqualTo("42");
            assertThat(message.get("subject").asString()).isEqualTo("Hello");
            assertThat(message.at("/sizes/html").asInt()).isEqualTo(9);
        }
    }

    @Test
    void takesRawMessages() {
        String mime = "From: " + SimulatedSes.SENDER + "\r\nTo: a@example.com\r\nSubject: Raw\r\n\r\nHi";
        ses.client.sendEmail(
                message -> message.content(content -> content.raw(raw -> raw.data(SdkBytes.fromUtf8String(mime)))));
        assertThat(ses.get("/simulator/messages").at("/messages/0/subject").asString())
                .isEqualTo("Raw");
    }

    @Test
    void oneMalformedAddressRefusesTheBulkCallAndNothingIsTaken() {
        assertThatThrownBy(() -> ses.sendBulk(List.of("a@example.com", "nobody", "b@example.com")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Missing final '@domain'");
        assertThat(ses.simulator.stats().accepted()).isZero();
        assertThat(ses.simulator.stats().refused()).isPositive();
    }

    @Test
    void chosenAddressesFailAloneInABulkCall() {
        ses.simulator.change("entryFailures", Map.of("r1@example.com", "MESSAGE_REJECTED"));
        assertThat(ses.sendBulk(addresses(3)))
                .extracting(BulkEmailEntryResult::status)
                .containsExactly(BulkEmailStatus.SUCCESS, BulkEmailStatus.MESSAGE_REJECTED, BulkEmailStatus.SUCCESS);
        assertThatThrownBy(() -> ses.send("r1@example.com")).isInstanceOf(MessageRejectedException.class);
        assertThat(ses.simulator.stats()).isEqualTo(new SimulatorStats(2, 2, 0, 2, 2));
    }

    @Test
    void refusesSendersWhoAreNotVerified() {
        ses.simulator.change("unverifiedIdentities", List.of("mail.example.com"));
        assertThatThrownBy(() -> ses.send("a@example.com"))
                .isInstanceOf(MessageRejectedException.class)
                .hasMessageContaining("Email address is not verified. The following identities failed the check"
                        + " in region EU-WEST-1: " + SimulatedSes.SENDER);
        assertThatThrownBy(() -> ses.sendBulk(addresses(2))).isInstanceOf(MessageRejectedException.class);
        assertThat(ses.simulator.stats()).isEqualTo(new SimulatorStats(0, 3, 0, 0, 0));
    }

    @Test
    void theSandboxSendsToVerifiedRecipientsAndTheMailboxSimulatorOnly() {
        ses.simulator.change("verifiedIdentities", List.of("mail.example.com", "known@example.com"));
        ses.simulator.change("productionAccess", false);
        assertThat(ses.client.getAccount(account -> {}).productionAccessEnabled())
                .isFalse();
        assertThat(ses.send("known@example.com")).isNotBlank();
        assertThat(ses.send("success+1@simulator.amazonses.com")).isNotBlank();
        assertThatThrownBy(() -> ses.send("stranger@example.com")).isInstanceOf(MessageRejectedException.class);
    }

    @Test
    void refusesOverTheRateUnderItsOwnName() {
        ses.simulator.change("maxSendRate", 10);
        assertThat(ses.sendBulk(addresses(10))).hasSize(10);
        assertThatThrownBy(() -> ses.sendBulk(addresses(11)))
                .isInstanceOf(TooManyRequestsException.class)
                .hasMessageContaining("Maximum sending rate exceeded.");
        assertThat(ses.simulator.stats()).isEqualTo(new SimulatorStats(10, 0, 11, 10, 21));
    }

    @Test
    void throttlesTheEntriesBeyondTheRateWhereSoChosen() {
        ses.simulator.change("maxSendRate", 3);
        ses.simulator.change("limitsPerEntry", true);
        assertThat(ses.sendBulk(addresses(5)))
                .extracting(BulkEmailEntryResult::status)
                .startsWith(BulkEmailStatus.SUCCESS, BulkEmailStatus.SUCCESS, BulkEmailStatus.SUCCESS)
                .endsWith(BulkEmailStatus.ACCOUNT_THROTTLED, BulkEmailStatus.ACCOUNT_THROTTLED);
        assertThat(ses.simulator.stats()).isEqualTo(new SimulatorStats(3, 0, 2, 3, 5));
    }

    @Test
    void refusesOverTheDailyQuotaByEitherCode() {
        ses.simulator.change("max24HourSend", 5);
        ses.sendBulk(addresses(5));
        assertThatThrownBy(() -> ses.send("a@example.com"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Daily message quota exceeded");
        ses.simulator.change("quotaIsThrottling", true);
        assertThatThrownBy(() -> ses.send("a@example.com"))
                .isInstanceOf(TooManyRequestsException.class)
                .hasMessageContaining("Daily message quota exceeded");
        ses.simulator.change("limitsPerEntry", true);
        assertThat(ses.sendBulk(addresses(1)))
                .extracting(BulkEmailEntryResult::status)
                .containsExactly(BulkEmailStatus.ACCOUNT_DAILY_QUOTA_EXCEEDED);
        assertThat(ses.client.getAccount(account -> {}).sendQuota().sentLast24Hours())
                .isEqualTo(5);
    }

    @Test
    void refusesWhileTheAccountIsPausedOrShutDown() {
        ses.client.putAccountSendingAttributes(attributes -> attributes.sendingEnabled(false));
        assertThat(ses.client.getAccount(account -> {}).sendingEnabled()).isFalse();
        assertThatThrownBy(() -> ses.send("a@example.com")).isInstanceOf(SendingPausedException.class);
        ses.client.putAccountSendingAttributes(attributes -> attributes.sendingEnabled(true));
        ses.simulator.change("enforcementStatus", "SHUTDOWN");
        assertThatThrownBy(() -> ses.sendBulk(addresses(1))).isInstanceOf(AccountSuspendedException.class);
    }

    @Test
    void refusesUnknownConfigurationSets() {
        ses.simulator.change("configurationSets", List.of("events"));
        assertThat(ses.send("a@example.com", message -> message.configurationSetName("events")))
                .isNotBlank();
        assertThatThrownBy(() -> ses.send("a@example.com", message -> message.configurationSetName("other")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Configuration set <other> does not exist.");
    }

    @Test
    void recordsEveryMessageBeforeItAnswers(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("record.jsonl");
        try (SimulatedSes recording =
                new SimulatedSes(SimulatorOptions.defaults().withRecordFile(file))) {
            String id = recording.send("a@example.com");
            assertThat(Files.readString(file)).contains(id);
            recording.sendBulk(addresses(50));
            assertThat(Files.readAllLines(file)).hasSize(51);
        }
    }
}
