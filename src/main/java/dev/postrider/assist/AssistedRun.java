package dev.postrider.assist;

import dev.postrider.partition.Partition;
import dev.postrider.run.Run;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this process does for a run that another one holds. */
final class AssistedRun {

    private static final Logger log = LoggerFactory.getLogger(AssistedRun.class);

    private static final long LOOK_MILLIS = 500;

    private final Crews.OfRun crews;
    private final BooleanSupplier goesOn;
    private final CountDownLatch left = new CountDownLatch(1);

    AssistedRun(Crews.OfRun crews, BooleanSupplier goesOn) {
        this.crews = crews;
        this.goesOn = goesOn;
    }

    Run run() {
        return crews.run();
    }

    /** Returns at once. */
    void leave() {
        left.countDown();
        crews.stop();
    }

    void untilOver() throws InterruptedException {
        try {
            while (look() && !left.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                log.trace("goes on with {}", crews.run().id());
            }
        } finally {
            leave();
            crews.awaitEnd();
        }
        while (!handedBack()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private boolean look() {
        try {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            crews.work(crews.openPartitions());
        } catch (RuntimeException e) {
            log.debug("could not look at run {}: {}", crews.run().id(), e.getMessage());
        }
        return true;
    }

    /** The holder waits for what is still entered as this process's, so it must not stay so. */
    private boolean handedBack() {
        try {
            List<Partition> open = crews.openPartitions();
            crews.handBack(open);
            return true;
        } catch (RuntimeException e) {
            log.debug("could not hand back partitions of {}: {}", crews.run().id(), e.getMessage());
            return false;
        }
    }
}
