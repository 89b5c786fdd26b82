package dev.postrider.assist;

import dev.postrider.partition.Partition;
import dev.postrider.partition.SharedStep;
import dev.postrider.partition.Stage;
import dev.postrider.partition.StepRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The threads that do one kind of work for one run. Looks come from one thread. */
final class Crew {

    private static final Logger log = LoggerFactory.getLogger(Crew.class);

    private final SharedStep shared;
    private final Desk desk;
    private final ExecutorService threads;
    private final Map<String, Work> atWork = new ConcurrentHashMap<>();
    private final Set<Stage> done = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    Crew(SharedStep shared, Desk desk) {
        this.shared = shared;
        this.desk = desk;
        this.threads = Executors.newCachedThreadPool(new CustomizableThreadFactory("helper-" + shared.work() + "-"));
    }

    /** Leaves what is not its own any more or has to stop, and takes what is free while there are threads. */
    void work(List<Partition> open) {
        Set<String> wanted = open.stream()
                .filter(partition -> desk.isMine(partition) && !partition.stopping())
                .map(Crew::key)
                .collect(Collectors.toSet());
        atWork.forEach((key, work) -> {
            if (!wanted.contains(key)) {
                work.stop();
            }
        });
        handBack(open);
        open.stream()
                .filter(partition -> partition.stage().work().equals(shared.work()) && !partition.stopping())
                .collect(Collectors.toMap(Partition::stage, partition -> partition, (first, second) -> first))
                .values()
                .forEach(this::takeFrom);
    }

    /** Frees what is entered as this process's and not at work, as after an outage of MongoDB. */
    void handBack(List<Partition> open) {
        open.stream()
                .filter(partition -> partition.stage().work().equals(shared.work()))
                .filter(partition -> desk.isMine(partition) && !atWork.containsKey(key(partition)))
                .forEach(desk::release);
    }

    private void takeFrom(Partition any) {
        while (!stopped && atWork.size() < shared.threads() && !done.contains(any.stage())) {
            Optional<Partition> next = desk.claim(any.stage());
            if (next.isEmpty() && shared.joinable()) {
                next = Optional.of(desk.join(any));
            }
            if (next.isEmpty()) {
                return;
            }
            begin(next.get());
        }
    }

    private void begin(Partition partition) {
        Work work = new Work();
        atWork.put(key(partition), work);
        try {
            threads.execute(() -> attempt(partition, work));
        } catch (RejectedExecutionException e) {
            atWork.remove(key(partition));
        }
    }

    private void attempt(Partition partition, Work work) {
        try {
            execute(partition, work);
        } catch (Exception e) {
            done.add(partition.stage());
            log.warn("could not help with {}: {}", partition.name(), e.getMessage());
        } finally {
            atWork.remove(key(partition));
        }
    }

    private void execute(Partition partition, Work work) throws Exception {
        StepExecution execution = desk.load(partition);
        work.begin(execution);
        if (stopped) {
            work.stop();
        }
        boolean complete = desk.current(partition) && StepRows.execute(shared, execution);
        if (shared.joinable() || execution.getStatus().isUnsuccessful()) {
            done.add(partition.stage());
        }
        if (complete) {
            desk.end(partition);
        } else {
            desk.release(partition);
        }
    }

    /** Tells the steps to leave off; they finish what they have in hand. */
    void stop() {
        stopped = true;
        atWork.values().forEach(Work::stop);
        threads.shutdown();
    }

    void awaitEnd() throws InterruptedException {
        threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    private static String key(Partition partition) {
        return partition.stage().name() + "/" + partition.name();
    }
}
