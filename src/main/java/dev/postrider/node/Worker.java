package dev.postrider.node;

import java.util.concurrent.CountDownLatch;
import org.springframework.stereotype.Service;

/** A node that only works: it helps with runs that other processes hold, and holds none. */
@Service
public class Worker {

    private final HelpingHand hand;
    private final NodeSettings settings;
    private final CountDownLatch shutDown = new CountDownLatch(1);

    Worker(HelpingHand hand, NodeSettings settings) {
        this.hand = hand;
        this.settings = settings;
    }

    /**
     * Works until {@link #shutDown()}.
     *
     * @return false when something was still in hand when the shutdown limit left just the time to close the stores
     */
    public boolean help() throws InterruptedException {
        hand.open();
        try {
            shutDown.await();
        } finally {
            hand.close();
        }
        return hand.awaitEnd(Deadline.in(settings.workLimit()));
    }

    /** Has {@link #help} come to its end. Returns at once. */
    public void shutDown() {
        shutDown.countDown();
    }
}
