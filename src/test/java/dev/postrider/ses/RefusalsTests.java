package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.SettableClock;
import dev.postrider.delivery.Hold;
import dev.postrider.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RefusalsTests {

    private static final Mailbox SENDER = Mailbox.parse("Lucky Reels <paused@mail.example.com>");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "429, TooManyRequestsException, Maximum sending rate exceeded., Throttled",
                "429, , , Throttled",
                "400, ThrottlingException, Maximum sending rate exceeded, Throttled",
                "400, Throttling, Rate exceeded, Throttled",
                "503, ThrottlingException, Rate exceeded, Throttled",
                "400, ThrottlingException, Daily message quota exceeded, QUOTA",
                "429, TooManyRequestsException, Daily message quota exceeded., QUOTA",
                "400, LimitExceededException, Daily message quota exceeded., QUOTA",
                "400, BadRequestException, Daily sending quota exceeded, QUOTA",
                "400, SendingPausedException, , SENDING_PAUSED",
                "400, MessageRejected, Sending suspended for this account: sending is paused, SENDING_PAUSED",
                "400, AccountSuspendedException, , SENDING_PAUSED",
                "400, MailFromDomainNotVerifiedException, , SENDER",
                "404, NotFoundException, Configuration set <cs> does not exist., CONFIGURATION_SET",
                "400, BadRequestException, Configuration set <cs> does not exist., CONFIGURATION_SET",
                "404, , , ACCOUNT",
                "404, UnknownOperationException, , ACCOUNT",
                "403, AccessDeniedException, User is not authorized to perform ses:SendEmail, ACCOUNT",
                "403, SignatureDoesNotMatch, The request signature we calculated does not match, ACCOUNT",
                "400, UnrecognizedClientException, The security token is invalid, ACCOUNT",
                "400, SerializationException, , ACCOUNT",
                "403, InvalidSignatureException, Signature expired: 20261124T085000Z is now earlier than 0, NotSent",
                "403, InvalidSignatureException, Signature not yet current: 20261124T091000Z, NotSent",
                "400, RequestExpired, , NotSent",
                "400, MessageRejected, Address blacklisted., Rejected",
                "400, MessageRejected, Address blacklisted: paused@mail.example.com, Rejected",
                "400, BadRequestException, Missing final '@domain', Rejected",
                "400, BadRequestException, FromEmailAddress is invalid, SENDER",
                "400, ValidationException, Header value too long, Rejected",
                "400, , Missing final '@domain', Rejected",
                "400, , , ACCOUNT",
                "413, , , Rejected",
                "500, InternalServiceErrorException, , Unknown",
                "500, , Daily message quota exceeded, Unknown",
                "502, , , Unknown",
                "503, ServiceUnavailable, , Unknown",
                "504, , , Unknown",
                "302, , , Unknown",
                "200, SUCCEEDED_PERHAPS, , Unknown",
                "200, MESSAGE_REJECTED, Address blacklisted, Rejected",
                "200, INVALID_PARAMETER, Illegal address, Rejected",
                "200, ACCOUNT_THROTTLED, , Throttled",
                "200, ACCOUNT_DAILY_QUOTA_EXCEEDED, , QUOTA",
                "200, ACCOUNT_SENDING_PAUSED, , SENDING_PAUSED",
                "200, CONFIGURATION_SET_SENDING_PAUSED, , SENDING_PAUSED",
                "200, MAIL_FROM_DOMAIN_NOT_VERIFIED, , SENDER",
                "200, CONFIGURATION_SET_NOT_FOUND, , CONFIGURATION_SET",
                "200, ACCOUNT_SUSPENDED, , SENDING_PAUSED",
                "200, INVALID_SENDING_POOL_NAME, , ACCOUNT",
                "200, TEMPLATE_NOT_FOUND, , ACCOUNT",
                "200, TRANSIENT_FAILURE, , Unknown",
                "200, FAILED, , Unknown",
            })
    void everyAnswerHasOneMeaning(int status, @Nullable String code, @Nullable String text, String meaning) {
        assertThat(meaning(refusals(Map.of()).outcome(error(status, code, text), SENDER)))
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paused@mail.example.com|SENDER",
                "mail.example.com|SENDER",
                "player@example.org, PAUSED@mail.example.com|SENDER",
                "player@example.org|ACCOUNT",
            })
    void unverifiedIsTheSenderOrTheSandboxButNeverTheRecipient(String identities, String meaning) {
        String text = "Email address is not verified. The following identities failed the check in region EU-WEST-1: "
                + identities;

        assertThat(meaning(refusals(Map.of()).outcome(error(400, "MessageRejected", text), SENDER)))
                .isEqualTo(meaning);
        assertThat(meaning(refusals(Map.of()).outcome(error(200, "MESSAGE_REJECTED", text), SENDER)))
                .isEqualTo(meaning);
    }

    @Test
    void rejectsUnverifiedRecipientsWhereTheSandboxIsAllowed() {
        SesError error = error(400, "MessageRejected", "Email address is not verified: player@example.org");

        Outcome outcome =
                refusals(Map.of("postrider.ses.allow-sandbox", "true")).outcome(error, SENDER);

        assertThat(outcome)
                .isEqualTo(new Outcome.Rejected("MessageRejected: Email address is not verified: <address>"));
    }

    @ParameterizedTest
    @CsvSource({"TRANSIENT_FAILURE", "FAILED"})
    void sendsFailedEntriesAgainWhereTheSettingSaysSo(String status) {
        Refusals refusals = refusals(Map.of("postrider.ses.failed-entries", "not-sent"));

        assertThat(meaning(refusals.outcome(error(200, status, ""), SENDER))).isEqualTo("NotSent");
    }

    @Test
    void holdsTheAccountWhenTheClocksDiffer() {
        SesAnswer.Answered answer = new SesAnswer.Answered(
                403,
                "InvalidSignatureException",
                "{\"message\":\"Signature expired: too old\"}",
                NOW.plus(Duration.ofMinutes(7)));

        assertThat(refusals(Map.of()).outcome(answer, SENDER))
                .isEqualTo(new Outcome.Held(
                        Hold.ACCOUNT,
                        "the clock of this machine is -420 s off the one of SES"
                                + " (InvalidSignatureException: Signature expired: too old)"));
    }

    @Test
    void readsCodeAndTextFromTheBodyWhereTheHeaderIsMissing() {
        SesAnswer.Answered answer = new SesAnswer.Answered(
                400, null, "{\"__type\":\"com.amazonaws.sesv2#MessageRejected\",\"Message\":\"No\\n way\"}", null);

        assertThat(refusals(Map.of()).outcome(answer, SENDER))
                .isEqualTo(new Outcome.Rejected("MessageRejected: No way"));
    }

    @Test
    void showsNoAddressButTheSenders() {
        SesError error = error(400, "MessageRejected", "From <paused@mail.example.com> to <ann+x@example.org>: no");

        assertThat(error.shown(SENDER.address()))
                .isEqualTo("MessageRejected: From <paused@mail.example.com> to <<address>>: no");
    }

    private static SesError error(int status, @Nullable String code, @Nullable String text) {
        return new SesError(status, code, text == null ? "" : text);
    }

    private static Refusals refusals(Map<String, String> properties) {
        SesSettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("postrider.ses", SesSettings.class);
        return new Refusals(settings, new SettableClock(NOW));
    }

    private static String meaning(Outcome outcome) {
        return outcome instanceof Outcome.Held held
                ? held.hold().name()
                : outcome.getClass().getSimpleName();
    }
}
