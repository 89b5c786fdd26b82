package dev.postrider.simulator;

import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of an AWS Signature Version 4 all but its HMAC: that it is there, whole, for SES, and of the present time. */
final class SignatureCheck {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 +Credential=([^/, ]+)/(\\d{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request *, *"
                    + "SignedHeaders=([a-z0-9;-]+) *, *Signature=[0-9a-f]{64}");
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Supplier<Duration> window;

    SignatureCheck(Clock clock, Supplier<Duration> window) {
        this.clock = clock;
        this.window = window;
    }

    /** The region that the request was signed for. */
    String region(Request request) {
        String authorization = request.header("Authorization");
        if (authorization == null) {
            throw new Refusal(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        }
        Matcher signature = AUTHORIZATION.matcher(authorization);
        if (!signature.matches()) {
            throw new Refusal(
                    403,
                    "IncompleteSignatureException",
                    "Authorization header must be AWS4-HMAC-SHA256 with Credential, SignedHeaders and Signature.");
        }
        if (!"ses".equals(signature.group(4))) {
            throw invalid("Credential should be scoped to correct service: 'ses'. ");
        }
        checkDate(request.header("X-Amz-Date"), signature.group(2));
        return signature.group(3);
    }

    private void checkDate(@Nullable String date, String scope) {
        if (date == null) {
            throw new Refusal(
                    403, "IncompleteSignatureException", "Authorization header requires existence of a date.");
        }
        if (!date.startsWith(scope)) {
            throw invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + scope + "' != '" + date + "'.");
        }
        Instant signed = parse(date);
        Instant now = clock.instant();
        Duration allowed = window.get();
        if (signed.isBefore(now.minus(allowed))) {
            throw invalid("Signature expired: %s is now earlier than %s (%s - %s)"
                    .formatted(date, BASIC.format(now.minus(allowed)), BASIC.format(now), text(allowed)));
        }
        if (signed.isAfter(now.plus(allowed))) {
            throw invalid("Signature not yet current: %s is still later than %s (%s + %s)"
                    .formatted(date, BASIC.format(now.plus(allowed)), BASIC.format(now), text(allowed)));
        }
    }

    private static Instant parse(String date) {
        try {
            return BASIC.parse(date, Instant::from);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    403,
                    "IncompleteSignatureException",
                    "Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
        }
    }

    private static String text(Duration allowed) {
        return allowed.toSecondsPart() == 0 ? allowed.toMinutes() + " min." : allowed.toSeconds() + " sec.";
    }

    private static Refusal invalid(String message) {
        return new Refusal(403, "InvalidSignatureException", message);
    }
}
