package dev.postrider.simulator.sending;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Json;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.message.EmailMessage;
import dev.postrider.simulator.message.SendEmailParser;
import java.util.List;

/** SendEmail: one message, taken or refused. */
public final class SendEmailOperation implements SendOperation {

    private final SendChecks checks;
    private final Intake intake;

    public SendEmailOperation(SendChecks checks, Intake intake) {
        this.checks = checks;
        this.intake = intake;
    }

    @Override
    public Answer send(Request request, String region, SendFault fault) {
        int recipients = 1;
        try {
            Request.Body body = request.body();
            EmailMessage message = SendEmailParser.parse(body.bytes(), body.offset(), body.length());
            recipients = message.destination().size();
            fault.beforeTaking();
            checks.checkSender(message.from(), region);
            require(checks.check(message, region));
            require(intake.reserve(recipients));
            String id = intake.accept(List.of(message)).get(0);
            return fault == SendFault.SHORT_RESULTS ? Json.empty() : Json.answer(new Response(id));
        } catch (Refusal refusal) {
            intake.refused(refusal, recipients);
            throw refusal;
        }
    }

    private void require(EntryResult result) {
        if (!result.isAcceptable()) {
            throw intake.refusal(result);
        }
    }

    private record Response(String messageId) {}
}
