package dev.postrider.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the programs that use the stores. Each holds one connection, which the kernel closes when the program ends,
 * however it ends.
 * <ol>
 *   <li>The program sends the token, the door answers {@link #OPEN}.
 *   <li>A program that ends in order sends {@link #BYE}; the door answers {@link #KEPT} or {@link #CLOSING}.
 *   <li>A connection that just ends means that its program was killed: the stores stay for a grace period, for the
 *       program that continues its work.
 * </ol>
 */
final class StoresDoor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StoresDoor.class);

    static final String OPEN = "open";
    static final String BYE = "bye";
    static final String KEPT = "kept";
    static final String CLOSING = "closing";

    /** How long a program that starts the stores may take to come in. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ServerSocket socket;
    private final String token = UUID.randomUUID().toString();
    private final boolean stays;
    private int users;
    private long closesAt = System.nanoTime() + FIRST.toNanos();
    private boolean closing;

    /** @param stays whether the stores stay although nobody uses them */
    StoresDoor(boolean stays) throws IOException {
        this.stays = stays;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    void open() {
        daemon(this::acceptAll);
    }

    int port() {
        return socket.getLocalPort();
    }

    String token() {
        return token;
    }

    /** Returns once nobody uses the stores any more; from then on nobody is let in. */
    synchronized void awaitUnused() throws InterruptedException {
        while (!closing) {
            long left = TimeUnit.NANOSECONDS.toMillis(closesAt - System.nanoTime());
            if (users > 0) {
                wait();
            } else if (left > 0) {
                wait(left);
            } else {
                closing = true;
            }
        }
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket program = socket.accept();
                daemon(() -> serve(program));
            } catch (IOException e) {
                log.debug("the door was closed, or a program left at once: {}", e.getMessage());
            }
        }
    }

    private void serve(Socket program) {
        try (program;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(program.getInputStream(), StandardCharsets.US_ASCII))) {
            if (token.equals(in.readLine()) && enter()) {
                boolean inOrder = false;
                try {
                    say(program, OPEN);
                    inOrder = BYE.equals(in.readLine());
                } finally {
                    boolean last = leave(inOrder);
                    if (inOrder) {
                        say(program, last ? CLOSING : KEPT);
                    }
                }
            }
        } catch (IOException e) {
            log.debug("a program's connection broke: {}", e.getMessage());
        }
    }

    private static void say(Socket program, String word) throws IOException {
        program.getOutputStream().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private synchronized boolean enter() {
        if (!closing) {
            users++;
        }
        return !closing;
    }

    /** Returns whether the stores close now. */
    private synchronized boolean leave(boolean inOrder) {
        users--;
        if (users == 0) {
            closesAt = System.nanoTime() + GRACE.toNanos();
            closing = inOrder && !stays;
        }
        notifyAll();
        return closing;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "stores-door");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
