package dev.postrider.chaos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Ends whatever was started, the last first, also when this JVM is told to end; from then on nothing is started. */
final class Ending implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread hook = new Thread(this::end, "ending");
    private boolean over;

    /** @throws IllegalStateException when this JVM is ending */
    Ending() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @throws IllegalStateException when it is over */
    synchronized <T extends AutoCloseable> T start(Supplier<T> starting) {
        if (over) {
            throw new IllegalStateException("nothing is started any more");
        }
        T resource = starting.get();
        started.push(resource);
        return resource;
    }

    private synchronized void end() {
        over = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.out.println("not ended in order: " + e);
            }
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            System.out.println("this JVM is ending");
        }
    }
}
