package dev.postrider.cli.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a process of this program's that reads its input to the end is ended. */
public final class ChildInput {

    private ChildInput() {}

    /** Closes the input and waits for the end; what does not end in time, or cannot be told, is terminated. */
    public static void end(Process child, Duration patience) {
        try {
            child.getOutputStream().close();
            if (!child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                child.destroy();
            }
        } catch (IOException e) {
            child.destroy();
        } catch (InterruptedException e) {
            child.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
