package dev.postrider.simulator.sending;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;

/** An operation that takes messages. */
public interface SendOperation {

    /** @throws Refusal when nothing of the request was taken */
    Answer send(Request request, String region, SendFault fault);
}
