package dev.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.SettableClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

class SignatureIntegrationTests {

    private static final String SIGNATURE = "AWS4-HMAC-SHA256 Credential=key/%s/eu-west-1/%s/aws4_request,"
            + " SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final SimulatedSes ses = new SimulatedSes(SimulatorOptions.defaults(), clock);

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void takesARequestOfThePresentTime() {
        clock.advance(Duration.between(clock.instant(), Instant.now()));
        assertThat(ses.send("a@example.com")).isNotBlank();
    }

    @Test
    void refusesARequestFromBeforeTheWindow() {
        clock.advance(Duration.between(clock.instant(), Instant.now().plus(Duration.ofMinutes(6))));
        assertThatThrownBy(() -> ses.send("a@example.com")).isInstanceOfSatisfying(SesV2Exception.class, refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(403);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
            assertThat(refusal.awsErrorDetails().errorMessage()).startsWith("Signature expired: ");
            assertThat(refusal.requestId()).isNotBlank();
        });
        assertThat(ses.simulator.stats().accepted()).isZero();
    }

    @Test
    void theWindowCanBeMadeShort() {
        ses.simulator.change("signatureWindow", Duration.ofSeconds(10));
        clock.advance(Duration.between(clock.instant(), Instant.now().plus(Duration.ofSeconds(15))));
        assertThatThrownBy(() -> ses.send("a@example.com")).hasMessageContaining("10 sec.)");
        clock.advance(Duration.between(clock.instant(), Instant.now().minus(Duration.ofSeconds(15))));
        assertThatThrownBy(() -> ses.send("a@example.com")).hasMessageContaining("Signature not yet current: ");
    }

    @ParameterizedTest
    @CsvSource({
        "20261124, ses, 20261124T090000Z, 200, ''",
        "20261124, ses, 20261124T085500Z, 200, ''",
        "20261124, ses, 20261124T085459Z, 403, InvalidSignatureException",
        "20261124, ses, 20261124T090501Z, 403, InvalidSignatureException",
        "20261124, s3, 20261124T090000Z, 403, InvalidSignatureException",
        "20261123, ses, 20261124T090000Z, 403, InvalidSignatureException",
        "20261124, ses, 20261124, 403, IncompleteSignatureException",
        "2026, ses, 20261124T090000Z, 403, IncompleteSignatureException",
    })
    void checksScopeAndDate(String day, String service, String date, int status, String code) {
        HttpResponse<String> answer = ses.exchange(HttpRequest.newBuilder(ses.uri("/v2/email/account"))
                .header("Authorization", SIGNATURE.formatted(day, service))
                .header("X-Amz-Date", date));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType").orElse("")).isEqualTo(code);
    }

    @Test
    void refusesWhatIsNotSigned() {
        HttpResponse<String> answer = ses.exchange(HttpRequest.newBuilder(ses.uri("/v2/email/account")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("MissingAuthenticationTokenException");
        assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    }
}
