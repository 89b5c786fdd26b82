package dev.postrider.node;

import dev.postrider.campaign.RunHandover;
import dev.postrider.ledger.RunId;
import dev.postrider.recipient.Scrubbed;
import dev.postrider.run.Run;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Service;

/**
 * Launches the slots of schedules and keeps runs going, until it is shut down:
 *
 * <ol>
 *   <li>It makes a slot's run due when its time has come, works on the jobs of other slots, and
 *       helps with runs that others hold ({@link Watches}).
 *   <li>Every period it looks for runs that are due, and has a thread of its own go on with each while there is room.
 *   <li>Any number of nodes may do so: a run goes to the one that takes it first, and the others leave it.
 *   <li>When it is shut down it takes none any more, and its own finish what is claimed and pause, to be due at once
 *       elsewhere, or here after the next start.
 * </ol>
 */
@Service
public class Node {

    private static final Logger log = LoggerFactory.getLogger(Node.class);

    private final NodeSettings settings;
    private final DueRuns due;
    private final RunWork work;
    private final RunHandover handover;
    private final Watches watches;
    private final Set<RunId> atWork = ConcurrentHashMap.newKeySet();
    private final CountDownLatch shutDown = new CountDownLatch(1);

    Node(NodeSettings settings, DueRuns due, RunWork work, RunHandover handover, Watches watches) {
        this.settings = settings;
        this.due = due;
        this.work = work;
        this.handover = handover;
        this.watches = watches;
    }

    /**
     * Works until {@link #shutDown()}.
     *
     * @return false when something was still at work when the shutdown limit left just the time to close the stores
     */
    public boolean keepRunsGoing() throws InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(settings.maxRuns(), new CustomizableThreadFactory("node-"));
        watches.open();
        try {
            lookUntilShutDown(threads);
        } finally {
            threads.shutdown();
            watches.close();
        }
        Deadline deadline = Deadline.in(settings.workLimit());
        return deadline.awaitEnd(threads) && watches.awaitEnd(deadline);
    }

    private void lookUntilShutDown(ExecutorService threads) throws InterruptedException {
        long pause = 0;
        while (!shutDown.await(pause, TimeUnit.MILLISECONDS)) {
            look(threads);
            pause = settings.period().toMillis();
        }
    }

    /** Has {@link #keepRunsGoing} come to its end. Returns at once. */
    public void shutDown() {
        shutDown.countDown();
        handover.handOver();
    }

    private void look(ExecutorService threads) {
        try {
            due.now().stream()
                    .filter(run -> !atWork.contains(run.id()))
                    .limit(settings.maxRuns() - atWork.size())
                    .forEach(run -> begin(run, threads));
        } catch (RuntimeException e) {
            log.warn("could not look for runs: {}", Scrubbed.cause(e));
        }
    }

    private void begin(Run run, ExecutorService threads) {
        atWork.add(run.id());
        threads.execute(() -> {
            try {
                work.goOn(run);
            } finally {
                atWork.remove(run.id());
            }
        });
    }
}
