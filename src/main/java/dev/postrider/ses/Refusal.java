package dev.postrider.ses;

import dev.postrider.recipient.Scrubbed;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an error of SES is about. The code decides where it is of one meaning; SES uses some for several, and has some
 * that are written down nowhere, so the text decides for those. A 400 is the recipient's or the content's fault only
 * where its code says so: anything that is not understood is the account's.
 */
enum Refusal {
    QUOTA("LimitExceededException|ACCOUNT_DAILY_QUOTA_EXCEEDED", "daily .*quota|quota exceeded|24.?hour"),
    THROTTLED(
            "TooManyRequestsException|(Request)?Throttl(ed|ing)(Exception)?|RequestLimitExceeded|SlowDown|ACCOUNT_THROTTLED",
            "sending rate|rate exceeded|throttl"),
    EXPIRED(
            "RequestExpired|RequestTimeTooSkewed",
            "signature expired|not yet current|request (has )?expired|too skewed"),
    SENDING_PAUSED(
            "(Account|ConfigurationSet)?SendingPausedException|(ACCOUNT|CONFIGURATION_SET)_SENDING_PAUSED"
                    + "|AccountSuspendedException|ACCOUNT_SUSPENDED",
            "paused|send(ing)? .*disabled|suspended|shut down"),
    UNVERIFIED("(?!)", "not verified"),
    CONFIGURATION_SET(
            "NotFoundException|ConfigurationSetDoesNotExist(Exception)?|CONFIGURATION_SET_NOT_FOUND",
            "configuration.?set"),
    SENDER(
            "MailFromDomainNotVerifiedException|MAIL_FROM_DOMAIN_NOT_VERIFIED",
            "from.?(email.?)?address|\\bsender\\b|reply.?to"),
    ACCOUNT("INVALID_SENDING_POOL_NAME|TEMPLATE_NOT_FOUND", "(?!)"),
    REJECTED(
            "MessageRejected|BadRequestException|Validation(Error|Exception)|InvalidParameterValue"
                    + "|MESSAGE_REJECTED|INVALID_PARAMETER",
            "(?!)"),
    /** SES does not say whether it took the message. */
    FAILED("TRANSIENT_FAILURE|FAILED", "(?!)"),
    UNKNOWN("(?!)", "(?!)");

    private static final int TOO_LARGE = 413;

    private final Pattern code;
    private final Pattern text;

    Refusal(String code, String text) {
        this.code = Pattern.compile(code);
        this.text = Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    static Refusal of(SesError error) {
        String line = Scrubbed.masked(error.text(), "");
        Optional<Refusal> byText =
                Arrays.stream(values()).filter(r -> r.text.matcher(line).find()).findFirst();
        Optional<Refusal> byCode = Arrays.stream(values())
                .filter(r ->
                        error.code() != null && r.code.matcher(error.code()).matches())
                .findFirst();
        if (byCode.orElse(null) == THROTTLED || error.status() == 429) {
            return byText.orElse(THROTTLED) == QUOTA ? QUOTA : THROTTLED;
        }
        if (error.status() >= 500) {
            return UNKNOWN;
        }
        if (byCode.isPresent() && byCode.get() != REJECTED) {
            return byCode.get();
        }
        return byText.or(() -> byCode).orElseGet(() -> byStatus(error));
    }

    private static Refusal byStatus(SesError error) {
        boolean unnamed = error.code() == null && !error.text().isBlank();
        return switch (error.status()) {
            case 400 -> unnamed ? REJECTED : ACCOUNT;
            case TOO_LARGE -> REJECTED;
            default -> error.status() < 400 ? UNKNOWN : ACCOUNT;
        };
    }
}
