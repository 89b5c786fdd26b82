package dev.postrider.limits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When permits were used, and how many in the busiest second. Thread-safe. */
final class UseLog {

    private static final long SECOND = 1_000_000_000L;

    private record Use(long at, int count) {}

    private final List<Use> uses = new ArrayList<>();

    synchronized void used(long at, int count) {
        uses.add(new Use(at, count));
    }

    synchronized int total() {
        return uses.stream().mapToInt(Use::count).sum();
    }

    synchronized int mostInOneSecond() {
        uses.sort(Comparator.comparingLong(Use::at));
        int most = 0;
        int inWindow = 0;
        int first = 0;
        for (Use use : uses) {
            inWindow += use.count();
            while (use.at() - uses.get(first).at() >= SECOND) {
                inWindow -= uses.get(first++).count();
            }
            most = Math.max(most, inWindow);
        }
        return most;
    }
}
