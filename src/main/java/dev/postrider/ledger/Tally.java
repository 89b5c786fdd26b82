package dev.postrider.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What this process has done for a run, or for all runs of a campaign, since it started; thread-safe. For progress and
 * metrics only: the ledger is the authority. What a run's tally counts, its campaign's counts too.
 */
public final class Tally {

    private final @Nullable Tally campaign;
    private final LongAdder rendered = new LongAdder();
    private final Spent rendering = new Spent();
    private final Spent permitWaits = new Spent();
    private final Map<DeliveryState, LongAdder> settled = adders(DeliveryState.class);
    private final Map<SkipReason, LongAdder> skipped = adders(SkipReason.class);
    private final LongAdder refused = new LongAdder();
    private final LongAdder simulated = new LongAdder();

    Tally(@Nullable Tally campaign) {
        this.campaign = campaign;
    }

    private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> keys) {
        Map<E, LongAdder> adders = new EnumMap<>(keys);
        for (E key : keys.getEnumConstants()) {
            adders.put(key, new LongAdder());
        }
        return adders;
    }

    /** Recipients whose message was rendered and queued. */
    public void rendered(long count) {
        for (Tally tally = this; tally != null; tally = tally.campaign) {
            tally.rendered.add(count);
        }
    }

    /** So many messages were rendered in this time, their recipients read from the store included. */
    public void rendering(long messages, Duration took) {
        for (Tally tally = this; tally != null; tally = tally.campaign) {
            tally.rendering.add(messages, took);
        }
    }

    /** A batch had to wait this long for leave to send. */
    public void permitWait(Duration took) {
        for (Tally tally = this; tally != null; tally = tally.campaign) {
            tally.permitWaits.add(1, took);
        }
    }

    void skipped(Collection<Skip> skips) {
        for (Tally tally = this; tally != null; tally = tally.campaign) {
            for (Skip skip : skips) {
                adder(tally.skipped, skip.reason()).increment();
            }
        }
    }

    void settled(Collection<Settlement> settlements) {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        settlements.forEach(s -> counts.merge(s.state(), 1L, Long::sum));
        counts.forEach(this::settled);
        simulated.add(settlements.stream().filter(Settlement::simulated).count());
    }

    void settled(DeliveryState state, long count) {
        for (Tally tally = this; tally != null; tally = tally.campaign) {
            adder(tally.settled, state).add(count);
        }
    }

    /** Claims that lost to a delivery which was there before: copies that are not sent. */
    void refused(long count) {
        for (Tally tally = this; tally != null; tally = tally.campaign) {
            tally.refused.add(count);
        }
    }

    public long rendered() {
        return rendered.sum();
    }

    public Spent rendering() {
        return rendering;
    }

    public Spent permitWaits() {
        return permitWaits;
    }

    public long sent() {
        return settled(DeliveryState.SENT);
    }

    /** Those sent, without the ones to SES's mailbox simulator; of a run only. */
    public long sentToPeople() {
        return sent() - simulated.sum();
    }

    public long settled(DeliveryState state) {
        return adder(settled, state).sum();
    }

    public long skipped(SkipReason reason) {
        return adder(skipped, reason).sum();
    }

    public long skipped() {
        return sum(skipped);
    }

    public long refused() {
        return refused.sum();
    }

    /** Recipients who have an outcome or were skipped. */
    public long settled() {
        return sum(settled) + sum(skipped);
    }

    private static <K> LongAdder adder(Map<K, LongAdder> adders, K key) {
        return Objects.requireNonNull(adders.get(key));
    }

    private static long sum(Map<?, LongAdder> adders) {
        return adders.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
