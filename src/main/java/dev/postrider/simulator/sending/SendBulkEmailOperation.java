package dev.postrider.simulator.sending;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Json;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.message.BulkRequestParser;
import dev.postrider.simulator.message.EmailMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** SendBulkEmail: what is wrong with the call refuses all of it, what is wrong with an entry fails that entry. */
public final class SendBulkEmailOperation implements SendOperation {

    private final Supplier<AccountOptions> account;
    private final SendChecks checks;
    private final Intake intake;

    public SendBulkEmailOperation(Supplier<AccountOptions> account, SendChecks checks, Intake intake) {
        this.account = account;
        this.checks = checks;
        this.intake = intake;
    }

    @Override
    public Answer send(Request request, String region, SendFault fault) {
        List<EmailMessage> messages = List.of();
        List<EntryResult> results;
        try {
            Request.Body body = request.body();
            messages = BulkRequestParser.parse(body.bytes(), body.offset(), body.length());
            fault.beforeTaking();
            checks.checkSender(messages.get(0).from(), region);
            results = reserve(messages, region);
        } catch (Refusal refusal) {
            intake.refused(refusal, Math.max(1, recipients(messages)));
            throw refusal;
        }
        List<EntryResult> answered = accept(messages, results);
        int shown = fault == SendFault.SHORT_RESULTS ? answered.size() - 1 : answered.size();
        return Json.answer(new Response(answered.subList(0, shown)));
    }

    private List<EntryResult> reserve(List<EmailMessage> messages, String region) {
        List<EntryResult> results = new ArrayList<>(messages.size());
        int acceptable = 0;
        for (EmailMessage message : messages) {
            EntryResult result = checks.check(message, region);
            if (result.isAcceptable() && account.get().limitsPerEntry()) {
                result = intake.reserve(message.destination().size());
            } else if (result.isAcceptable()) {
                acceptable += message.destination().size();
            }
            results.add(result);
        }
        EntryResult whole = acceptable == 0 ? EntryResult.ACCEPTABLE : intake.reserve(acceptable);
        if (!whole.isAcceptable()) {
            throw intake.refusal(whole);
        }
        return results;
    }

    private List<EntryResult> accept(List<EmailMessage> messages, List<EntryResult> results) {
        List<EmailMessage> acceptable = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            if (results.get(i).isAcceptable()) {
                acceptable.add(messages.get(i));
            } else {
                intake.refused(
                        results.get(i).refusal(), messages.get(i).destination().size());
            }
        }
        Iterator<String> ids = intake.accept(acceptable).iterator();
        return results.stream()
                .map(result -> result.isAcceptable() ? EntryResult.accepted(ids.next()) : result)
                .toList();
    }

    private static int recipients(List<EmailMessage> messages) {
        return messages.stream()
                .mapToInt(message -> message.destination().size())
                .sum();
    }

    private record Response(List<EntryResult> bulkEmailEntryResults) {}
}
