package dev.postrider.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program's use of the stores of another process, which keep running at least as long as the program does. */
public final class StoresLink implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StoresLink.class);
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int CLOSING_SECONDS = 20;

    private final StoresFile file;
    private final Socket socket;
    private final BufferedReader in;

    private StoresLink(StoresFile file, Socket socket) throws IOException {
        this.file = file;
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Empty when nobody answers there, or somebody who is not the stores of the file. */
    static Optional<StoresLink> connect(StoresFile file) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), file.door()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            StoresLink link = new StoresLink(file, socket);
            if (StoresDoor.OPEN.equals(link.ask(file.token()))) {
                return Optional.of(link);
            }
            socket.close();
        } catch (IOException e) {
            log.debug("no stores at port {}: {}", file.door(), e.getMessage());
        }
        return Optional.empty();
    }

    private String ask(String word) throws IOException {
        socket.getOutputStream().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        String answer = in.readLine();
        return answer == null ? "" : answer;
    }

    /** What to connect with, by Spring property name. */
    public Map<String, String> properties() {
        return file.settings();
    }

    /** The process of the stores. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(file.pid());
    }

    /** Leaves the stores. Where nobody else uses them they end, and this waits until they have. */
    @Override
    public void close() {
        try (socket) {
            if (StoresDoor.CLOSING.equals(ask(StoresDoor.BYE))) {
                awaitEnd();
            }
        } catch (IOException e) {
            log.debug("the stores were gone already: {}", e.getMessage());
        }
    }

    private void awaitEnd() {
        try {
            process()
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(ProcessHandle.current()))
                    .get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("the embedded stores (process {}) take long to close", file.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
