package dev.postrider.loadtest;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Makes threads wait until their messages may leave. Thread-safe. */
final class Pacer {

    private static final Duration LONGEST_NAP = Duration.ofMillis(100);

    private final SendPace pace;
    private final BooleanSupplier stopped;
    private final long start = System.nanoTime();

    /** Held by the one thread that waits for the pace; the others wait for their turn. */
    private final ReentrantLock turn = new ReentrantLock();

    private final ReentrantLock state = new ReentrantLock();
    private final Condition answered = state.newCondition();

    /** @param stopped when true, nobody waits any longer */
    Pacer(SendPace pace, BooleanSupplier stopped) {
        this.pace = pace;
        this.stopped = stopped;
    }

    /** Waits until so many messages may leave, in one request; false when it was told to stop. */
    boolean depart(int messages) throws InterruptedException {
        turn.lock();
        state.lock();
        try {
            while (!stopped.getAsBoolean()) {
                long wait = pace.wait(messages, now());
                if (wait == 0) {
                    pace.depart(messages, now());
                    return true;
                }
                answered.awaitNanos(Math.min(wait, LONGEST_NAP.toNanos()));
            }
            return false;
        } finally {
            state.unlock();
            turn.unlock();
        }
    }

    /** The request with so many messages is over. */
    void answer(int messages) {
        state.lock();
        try {
            pace.answer(messages, now());
            answered.signal();
        } finally {
            state.unlock();
        }
    }

    /** Time since the start; the last message's share of time counts as a whole. */
    Duration spent() {
        state.lock();
        try {
            return Duration.ofNanos(Math.max(now(), pace.due()));
        } finally {
            state.unlock();
        }
    }

    private long now() {
        return System.nanoTime() - start;
    }
}
