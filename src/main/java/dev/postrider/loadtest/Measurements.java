package dev.postrider.loadtest;

import dev.postrider.delivery.Outcome;
import dev.postrider.loadtest.Fate.Told;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** What came of the messages and requests so far, in bounded memory. Thread-safe. */
final class Measurements {

    private static final int MOST_CAUSES = 20;
    private static final String OTHERS = "others";
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Map<Fate, Long> outcomes = new EnumMap<>(Fate.class);
    private final Map<SimulatedMailbox, Long> accepted = new EnumMap<>(SimulatedMailbox.class);
    private final Map<Told, Long> refused = new LinkedHashMap<>();
    private final Map<Fate, Histogram> micros = new EnumMap<>(Fate.class);
    private long tried;
    private long requests;
    private long requestNanos;

    /**
     * Adds one request.
     *
     * @param mailboxes of its messages, in the order of the outcomes
     */
    synchronized void add(List<SimulatedMailbox> mailboxes, List<Outcome> answer, long nanos) {
        Fate best = Fate.UNKNOWN;
        for (int i = 0; i < answer.size(); i++) {
            Told told = Told.of(answer.get(i));
            best = told.fate().compareTo(best) < 0 ? told.fate() : best;
            add(mailboxes.get(i), told);
        }
        requests++;
        requestNanos += nanos;
        micros.computeIfAbsent(best, fate -> new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS))
                .recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    private void add(SimulatedMailbox mailbox, Told told) {
        tried++;
        outcomes.merge(told.fate(), 1L, Long::sum);
        if (told.fate() == Fate.ACCEPTED) {
            accepted.merge(mailbox, 1L, Long::sum);
        } else {
            boolean listed = refused.containsKey(told) || refused.size() < MOST_CAUSES;
            refused.merge(listed ? told : new Told(told.fate(), OTHERS), 1L, Long::sum);
        }
    }

    synchronized long tried() {
        return tried;
    }

    synchronized long accepted() {
        return outcomes.getOrDefault(Fate.ACCEPTED, 0L);
    }

    synchronized LoadReport.Messages messages() {
        List<LoadReport.Refused> causes = refused.entrySet().stream()
                .map(entry -> new LoadReport.Refused(
                        entry.getKey().fate().label(), entry.getKey().cause(), entry.getValue()))
                .toList();
        return new LoadReport.Messages(
                tried,
                relabelled(outcomes, Fate::label, Function.identity()),
                relabelled(accepted, SimulatedMailbox::label, Function.identity()),
                causes);
    }

    synchronized LoadReport.Requests requests() {
        return new LoadReport.Requests(
                requests, relabelled(micros, Fate::label, Latency::of), Math.round(requestNanos / 1e6) / 1e3);
    }

    private static <K, V, W> Map<String, W> relabelled(Map<K, V> map, Function<K, String> label, Function<V, W> value) {
        Map<String, W> labelled = new LinkedHashMap<>();
        map.forEach((key, each) -> labelled.put(label.apply(key), value.apply(each)));
        return labelled;
    }
}
