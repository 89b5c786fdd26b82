package dev.postrider.simulator;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Json;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.sending.Faults;
import dev.postrider.simulator.sending.SendFault;
import dev.postrider.simulator.sending.SendOperation;
import java.time.Clock;
import java.util.Map;

/** The SES API: checks the signature, finds the operation, and lets sends meet their faults. */
final class SesEndpoint {

    private final Clock clock;
    private final Settings settings;
    private final SignatureCheck signatures;
    private final Map<String, SendOperation> sends;
    private final Resources resources;

    /** @param sends by path */
    SesEndpoint(
            Clock clock,
            Settings settings,
            SignatureCheck signatures,
            Map<String, SendOperation> sends,
            Resources resources) {
        this.clock = clock;
        this.settings = settings;
        this.signatures = signatures;
        this.sends = sends;
        this.resources = resources;
    }

    Answer answer(Request request) {
        SendOperation send = "POST".equals(request.method()) ? sends.get(request.path()) : null;
        return send == null ? answerOther(request) : answer(request, send);
    }

    private Answer answer(Request request, SendOperation send) {
        Faults faults = settings.faults();
        SendFault fault = faults.next(clock.instant());
        Answer answer = fault == SendFault.RESET_BEFORE ? Json.empty() : take(request, send, fault);
        return fault.spoil(answer, faults.options()).after(faults.options().latency());
    }

    private Answer take(Request request, SendOperation send, SendFault fault) {
        try {
            return send.send(request, signatures.region(request), fault);
        } catch (Refusal refusal) {
            return Json.answer(refusal);
        }
    }

    private Answer answerOther(Request request) {
        try {
            signatures.region(request);
            return resources.answer(request);
        } catch (Refusal refusal) {
            return Json.answer(refusal);
        }
    }
}
