package dev.postrider.simulator;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.message.Refusal;
import java.util.function.Function;

/** Finds the operation for a request, and turns a refusal into the answer that SES would give. */
final class SesEndpoint implements Function<Request, Answer> {

    private final SendOperations sends;
    private final AccountOperations account;

    SesEndpoint(SendOperations sends, AccountOperations account) {
        this.sends = sends;
        this.account = account;
    }

    @Override
    public Answer apply(Request request) {
        try {
            return operate(request);
        } catch (Refusal refusal) {
            return Answer.error(
                    refusal.status(), refusal.code(), SettingsJson.bytes(new ErrorBody(refusal.getMessage())));
        }
    }

    private Answer operate(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v2/email/outbound-emails" -> sends.sendEmail(request);
            case "POST /v2/email/outbound-bulk-emails" -> sends.sendBulkEmail(request);
            case "GET /v2/email/account" -> account.get();
            case "GET /simulator/stats" -> account.stats();
            default -> throw new Refusal(404, "UnknownOperationException", "Unknown operation");
        };
    }

    private record ErrorBody(String message) {}
}
