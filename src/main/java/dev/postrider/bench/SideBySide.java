package dev.postrider.bench;

import dev.postrider.delivery.DeliverySettings;
import dev.postrider.render.RenderSettings;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** As many threads as the campaign job has for its two stages. */
@Lazy
@Component
final class SideBySide {

    private final int threads;

    SideBySide(RenderSettings render, DeliverySettings delivery) {
        this.threads = render.threads() + delivery.threads();
    }

    int threads() {
        return threads;
    }

    /**
     * Does the same with all items, each once.
     *
     * @return how long it took, in seconds
     * @throws BenchFailed with the first failure
     */
    <T> double each(List<T> items, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        try {
            List<? extends Future<?>> ends = IntStream.range(0, threads)
                    .mapToObj(thread -> executor.submit(() -> takeTurns(items, next, work)))
                    .toList();
            for (Future<?> end : ends) {
                end.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } catch (ExecutionException e) {
            throw new BenchFailed(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> void takeTurns(List<T> items, AtomicInteger next, Consumer<T> work) {
        for (int item = next.getAndIncrement(); item < items.size(); item = next.getAndIncrement()) {
            work.accept(items.get(item));
        }
    }
}
