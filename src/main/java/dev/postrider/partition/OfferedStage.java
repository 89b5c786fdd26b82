package dev.postrider.partition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * A stage in the process that holds the run. Its threads work on what is free, on what dead processes or those that left
 * did not finish, and on what stands still in live ones, until every partition has ended. When the stage is told to stop,
 * so are the others, and what is left ends here at its first look.
 */
final class OfferedStage {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Stage stage;
    private final SharedStep shared;
    private final StepExecution manager;
    private final Map<Long, StepExecution> split;
    private final Desk desk;
    private final Standstill standstill;
    private final Queue<Partition> own = new ConcurrentLinkedQueue<>();
    private final Map<Long, StepExecution> executedHere = new ConcurrentHashMap<>();
    private final Lock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private volatile boolean broken;

    OfferedStage(Stage stage, SharedStep shared, StepExecution manager, Collection<StepExecution> split, Desk desk) {
        this.stage = stage;
        this.shared = shared;
        this.manager = manager;
        this.split = split.stream().collect(Collectors.toMap(StepExecution::getId, Function.identity()));
        this.desk = desk;
        this.standstill = desk.standstill();
        if (shared.joinable()) {
            desk.partitions().all(stage).stream()
                    .filter(partition -> this.split.containsKey(partition.execution()))
                    .forEach(own::add);
        }
    }

    void workOff() throws Exception {
        int threads = Math.min(shared.threads(), split.size());
        if (threads == 0) {
            return;
        }
        ExecutorService pool =
                Executors.newFixedThreadPool(threads, new CustomizableThreadFactory(shared.work() + "-"));
        try {
            Callable<Boolean> work = this::work;
            for (Future<Boolean> thread : pool.invokeAll(Collections.nCopies(threads, work))) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            pool.shutdownNow();
        }
    }

    /** True when all have ended, false when another thread broke off. */
    private boolean work() throws Exception {
        try {
            while (!broken) {
                int seen = executedHere.size();
                tellOthersToStop();
                Optional<Partition> next = next();
                if (next.isPresent()) {
                    execute(next.get());
                } else if (desk.partitions().all(stage).stream().allMatch(Partition::ended)) {
                    return true;
                } else {
                    awaitEndElsewhere(seen);
                }
            }
            return false;
        } catch (Exception e) {
            broken = true;
            manager.getJobExecution().getStepExecutions().forEach(StepExecution::setTerminateOnly);
            throw e;
        }
    }

    private void tellOthersToStop() {
        if (manager.isTerminateOnly()) {
            desk.partitions().stop(stage);
        }
    }

    private Optional<Partition> next() {
        return Optional.ofNullable(own.poll())
                .or(() -> desk.partitions().claim(stage))
                .or(() -> desk.partitions().takeBack(stage, standstill::of));
    }

    private void execute(Partition partition) throws Exception {
        StepExecution execution = current(partition);
        try {
            StepRows.execute(shared, execution);
        } catch (OptimisticLockingFailureException e) {
            // Whom it was taken from has moved after all, between load and begin: from its new checkpoint.
            own.add(partition);
            return;
        }
        desk.partitions().end(partition);
        lock.lock();
        try {
            executedHere.put(partition.execution(), execution);
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private StepExecution current(Partition partition) {
        StepExecution stored = desk.rows().load(partition.execution());
        StepExecution mine = split.get(partition.execution());
        if (mine != null) {
            StepRows.refresh(mine, stored);
            return mine;
        }
        return attached(stored);
    }

    /** One that another process had added: whoever stops the job's steps has to find it among them. */
    private StepExecution attached(StepExecution added) {
        StepExecution mine = new StepExecution(added.getId(), added.getStepName(), manager.getJobExecution());
        StepRows.refresh(mine, added);
        mine.setCreateTime(added.getCreateTime());
        manager.getJobExecution().addStepExecution(mine);
        if (manager.isTerminateOnly()) {
            mine.setTerminateOnly();
        }
        return mine;
    }

    private void awaitEndElsewhere(int seen) throws InterruptedException {
        lock.lock();
        try {
            long left = POLL.toNanos();
            while (executedHere.size() == seen && left > 0) {
                left = ended.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** All of the stage, as they ended, wherever that was. */
    List<StepExecution> executions() {
        List<StepExecution> all = new ArrayList<>(executedHere.values());
        if (!executedHere.keySet().containsAll(split.keySet()) || helped()) {
            desk.rows().ofStage(manager.getJobExecution(), stage.name()).stream()
                    .filter(step -> !executedHere.containsKey(step.getId()))
                    .map(this::known)
                    .forEach(all::add);
        }
        return all;
    }

    private boolean helped() {
        return desk.partitions().all(stage).size() > executedHere.size();
    }

    private StepExecution known(StepExecution stored) {
        StepExecution mine = split.get(stored.getId());
        if (mine == null) {
            return stored;
        }
        StepRows.refresh(mine, stored);
        return mine;
    }
}
