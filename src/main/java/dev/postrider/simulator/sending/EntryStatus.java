package dev.postrider.simulator.sending;

import dev.postrider.simulator.http.Refusal;

/** The statuses of bulk entries, each with the error that a single send gets for the same cause. */
enum EntryStatus {
    SUCCESS(200, "", ""),
    MESSAGE_REJECTED(400, "MessageRejected", "Message rejected."),
    MAIL_FROM_DOMAIN_NOT_VERIFIED(
            400, "MailFromDomainNotVerifiedException", "The sending domain isn't verified with Amazon SES."),
    CONFIGURATION_SET_NOT_FOUND(404, "NotFoundException", "Configuration set does not exist."),
    TEMPLATE_NOT_FOUND(404, "NotFoundException", "Template does not exist."),
    ACCOUNT_SUSPENDED(400, "AccountSuspendedException", "The account is suspended."),
    ACCOUNT_THROTTLED(429, "TooManyRequestsException", "Maximum sending rate exceeded."),
    ACCOUNT_DAILY_QUOTA_EXCEEDED(400, "LimitExceededException", "Daily message quota exceeded."),
    INVALID_SENDING_POOL_NAME(400, "BadRequestException", "The dedicated IP pool does not exist."),
    ACCOUNT_SENDING_PAUSED(400, "SendingPausedException", "Sending is paused for this account."),
    CONFIGURATION_SET_SENDING_PAUSED(400, "SendingPausedException", "Sending is paused for this configuration set."),
    INVALID_PARAMETER(400, "BadRequestException", "Invalid parameter."),
    TRANSIENT_FAILURE(500, "InternalServiceErrorException", "Transient failure."),
    FAILED(500, "InternalServiceErrorException", "The message could not be processed.");

    private final int httpStatus;
    private final String code;
    private final String message;

    EntryStatus(int httpStatus, String code, String message) {
        this.httpStatus = httpStatus;
        this.code = code;
        this.message = message;
    }

    String message() {
        return message;
    }

    Refusal refusal() {
        return refusal(message);
    }

    Refusal refusal(String reason) {
        return new Refusal(httpStatus, code, reason);
    }
}
