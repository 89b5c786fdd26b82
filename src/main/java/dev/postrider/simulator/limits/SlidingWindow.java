package dev.postrider.simulator.limits;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many fell into the time just past. Times are nanoseconds and never go back. */
final class SlidingWindow {

    private final long length;
    private final long resolution;
    private final Deque<Slot> slots = new ArrayDeque<>();
    private long total;

    /** Counts are kept a slot of {@code resolution}, and forgotten when the whole slot is out of the window. */
    SlidingWindow(long length, long resolution) {
        this.length = length;
        this.resolution = resolution;
    }

    void add(long now, int count) {
        Slot last = slots.peekLast();
        if (last == null || now - last.start >= resolution) {
            last = new Slot(now);
            slots.addLast(last);
        }
        last.count += count;
        total += count;
    }

    long total(long now) {
        for (Slot first = slots.peekFirst(); first != null && isOver(first, now); first = slots.peekFirst()) {
            slots.removeFirst();
            total -= first.count;
        }
        return total;
    }

    private boolean isOver(Slot slot, long now) {
        return now - slot.start >= length + resolution - 1;
    }

    private static final class Slot {

        private final long start;
        private long count;

        Slot(long start) {
            this.start = start;
        }
    }
}
