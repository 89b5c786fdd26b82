package dev.postrider.simulator.sending;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Decides which send meets which fault, for as long as the fault settings stay as they are. */
public final class Faults {

    private final FaultOptions options;
    private final Instant throttledUntil;
    private final AtomicLong sends = new AtomicLong();

    public Faults(FaultOptions options, Instant throttledUntil) {
        this.options = options;
        this.throttledUntil = throttledUntil;
    }

    public FaultOptions options() {
        return options;
    }

    public Instant throttledUntil() {
        return throttledUntil;
    }

    public SendFault next(Instant now) {
        long send = sends.incrementAndGet();
        if (now.isBefore(throttledUntil)) {
            return SendFault.THROTTLE;
        }
        return Arrays.stream(SendFault.values())
                .filter(fault -> fault.hits(options, send))
                .findFirst()
                .orElse(SendFault.NONE);
    }
}
