package dev.postrider.loadtest;

import dev.postrider.delivery.MailTransport;
import dev.postrider.delivery.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Sends messages at their pace, each once, and measures. Thread-safe. */
final class LoadSender {

    private final MailTransport transport;
    private final Clock clock;
    private final Pacer pacer;
    private final Ending ending;
    private final Measurements measurements = new Measurements();

    LoadSender(MailTransport transport, Clock clock, Pacer pacer, Ending ending) {
        this.transport = transport;
        this.clock = clock;
        this.pacer = pacer;
        this.ending = ending;
    }

    /** Gives up what has not left when the test ends. */
    void send(Shipment shipment) throws InterruptedException {
        Shipment rest = shipment;
        while (rest.size() > 0) {
            if (!pacer.depart(rest.size())) {
                return;
            }
            long start = System.nanoTime();
            List<Outcome> outcomes = transport.send(rest.batch(), clock.instant());
            long nanos = System.nanoTime() - start;
            pacer.answer(rest.size());
            measurements.add(rest.mailboxes(), outcomes, nanos);
            ending.look(outcomes);
            rest = rest.after(outcomes.size());
        }
    }

    Measurements measurements() {
        return measurements;
    }

    /** See {@link Pacer#spent}. */
    Duration spent() {
        return pacer.spent();
    }
}
