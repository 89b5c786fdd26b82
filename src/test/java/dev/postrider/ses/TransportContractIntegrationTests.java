package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.MailTransport;
import dev.postrider.delivery.Outcome;
import dev.postrider.simulator.SimulatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What both transports promise, counted at the simulator. */
class TransportContractIntegrationTests {

    private final SimulatedAccount account = new SimulatedAccount(SimulatorOptions.defaults());

    @AfterEach
    void stop() {
        account.close();
    }

    enum Kind {
        BULK,
        SINGLE
    }

    private MailTransport transport(Kind kind) {
        return transport(kind, account.ses);
    }

    private static MailTransport transport(Kind kind, TestSes ses) {
        return kind == Kind.BULK ? ses.bulk : ses.single;
    }

    @ParameterizedTest
    @EnumSource
    void sendsEverythingOnce(Kind kind) {
        assertThat(transport(kind).send(SampleBatch.of(20), Instant.now()))
                .hasSize(20)
                .hasOnlyElementsOfType(Outcome.Accepted.class);
        assertThat(account.accepted()).isEqualTo(20);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(
                        arguments(kind, "throttleEvery", 1, null),
                        arguments(kind, "maxSendRate", 0, null),
                        arguments(kind, "max24HourSend", 0, Hold.QUOTA),
                        arguments(kind, "sendingEnabled", false, Hold.SENDING_PAUSED),
                        arguments(kind, "enforcementStatus", "SHUTDOWN", Hold.SENDING_PAUSED),
                        arguments(kind, "productionAccess", false, Hold.ACCOUNT),
                        arguments(kind, "unverifiedIdentities", List.of("mail.example.com"), Hold.SENDER)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsNoRecipientsFaultRejectsNobody(Kind kind, String setting, Object value, @Nullable Hold hold) {
        if (setting.equals("productionAccess")) {
            account.simulator.change("verifiedIdentities", List.of("mail.example.com"));
        }
        account.simulator.change(setting, value);

        List<Outcome> outcomes = transport(kind).send(SampleBatch.of(3), Instant.now());

        assertThat(outcomes).isNotEmpty().allSatisfy(outcome -> {
            if (hold == null) {
                assertThat(outcome).isInstanceOf(Outcome.Throttled.class);
            } else {
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Held.class,
                                held -> assertThat(held.hold()).isEqualTo(hold));
            }
            assertThat(outcome.toString()).doesNotContain("player");
        });
        assertThat(account.accepted()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theQuotaMayComeAsThrottling(Kind kind) {
        account.simulator.change("quotaIsThrottling", true);
        account.simulator.change("max24HourSend", 0);

        assertThat(transport(kind).send(SampleBatch.of(2), Instant.now()))
                .allSatisfy(o -> assertThat(((Outcome.Held) o).hold()).isEqualTo(Hold.QUOTA));
    }

    static Stream<Arguments> faults() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(
                        arguments(kind, "errorEvery"),
                        arguments(kind, "resetBeforeEvery"),
                        arguments(kind, "resetAfterEvery"),
                        arguments(kind, "slowEvery"),
                        arguments(kind, "truncateEvery"),
                        arguments(kind, "shortResultsEvery")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsCalledSentWasTakenAndNothingIsTakenTwice(Kind kind, String fault) {
        account.simulator.change(fault, 3);
        Set<String> sent = new HashSet<>();
        int unknown = 0;
        for (int call = 0; call < 9; call++) {
            List<Outcome> outcomes = transport(kind, account.impatient).send(SampleBatch.of(2), Instant.now());
            assertThat(outcomes).hasOnlyElementsOfTypes(Outcome.Accepted.class, Outcome.Unknown.class);
            for (Outcome outcome : outcomes) {
                if (outcome instanceof Outcome.Accepted accepted) {
                    assertThat(sent.add(accepted.messageId())).isTrue();
                } else {
                    unknown++;
                }
            }
        }

        assertThat(unknown).isPositive();
        assertThat(account.accepted()).isBetween((long) sent.size(), (long) sent.size() + unknown);
        assertThat(account.messages())
                .extracting(message -> message.get("messageId").stringValue())
                .containsAll(sent);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatThawsTooLateIsRefusedHoweverOftenSesTellsTheTime(Kind kind) {
        account.simulator.change("signatureWindow", Duration.ofSeconds(10));
        Instant claimedAt = Instant.now().minusSeconds(15);

        for (int call = 0; call < 3; call++) {
            assertThat(transport(kind).send(SampleBatch.of(2), claimedAt))
                    .isNotEmpty()
                    .hasOnlyElementsOfType(Outcome.NotSent.class);
        }
        assertThat(account.accepted()).isZero();
        assertThat(transport(kind).send(SampleBatch.of(2), Instant.now()))
                .hasOnlyElementsOfType(Outcome.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource
    void aSenderThatIsNoneHoldsTheRun(Kind kind) {
        assertThat(transport(kind).send(SampleBatch.from("Lucky Reels"), Instant.now()))
                .isEqualTo(
                        List.of(new Outcome.Held(Hold.SENDER, "email \"Lucky Reels\" is not of the form name@domain")));
    }

    @ParameterizedTest
    @EnumSource
    void namesAndTextsInAllLettersArrive(Kind kind) {
        transport(kind).send(SampleBatch.from("Glücksräder <rewards@mail.example.com>"), Instant.now());

        assertThat(account.messages().get(0).get("from").stringValue())
                .isEqualTo("=?UTF-8?B?R2zDvGNrc3LDpGRlcg==?= <rewards@mail.example.com>");
    }
}
