package dev.postrider.simulator;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.message.BulkRequest;
import dev.postrider.simulator.message.BulkRequestParser;
import dev.postrider.simulator.message.EmailMessage;
import dev.postrider.simulator.message.Refusal;
import dev.postrider.simulator.message.SendEmailParser;
import java.util.UUID;
import java.util.stream.Collectors;

/** SendEmail and SendBulkEmail: check the whole request, then the limits, then take the messages. */
final class SendOperations {

    private final SendingLimits limits;
    private final SendCounters counters;

    SendOperations(SendingLimits limits, SendCounters counters) {
        this.limits = limits;
        this.counters = counters;
    }

    Answer sendEmail(Request request) {
        Request.Body body = request.body();
        int recipients = 1;
        try {
            EmailMessage message = SendEmailParser.parse(body.bytes(), body.offset(), body.length());
            recipients = message.destination().size();
            limits.take(recipients);
        } catch (Refusal refusal) {
            counters.refused(refusal, recipients);
            throw refusal;
        }
        counters.accepted(recipients);
        return Answer.ok("{\"MessageId\":\"" + UUID.randomUUID() + "\"}");
    }

    Answer sendBulkEmail(Request request) {
        Request.Body body = request.body();
        int recipients = 1;
        try {
            BulkRequest bulk = BulkRequestParser.parse(body.bytes(), body.offset(), body.length());
            recipients = bulk.recipients();
            limits.take(recipients);
            counters.accepted(recipients);
            return Answer.ok(bulk.messages().stream()
                    .map(message -> "{\"Status\":\"SUCCESS\",\"MessageId\":\"" + UUID.randomUUID() + "\"}")
                    .collect(Collectors.joining(",", "{\"BulkEmailEntryResults\":[", "]}")));
        } catch (Refusal refusal) {
            counters.refused(refusal, recipients);
            throw refusal;
        }
    }
}
