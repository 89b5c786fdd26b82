package dev.postrider.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisExecProvider;

/**
 * A redis-server on loopback, which lives as long as this process: the shell around it waits for the end of its input,
 * which comes also when this process is killed, and then ends the server.
 */
final class RedisProcess implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String GUARD =
            "trap '' INT HUP; \"$@\" < /dev/null & server=$!; cat > /dev/null; kill \"$server\"; wait \"$server\"";

    private final Process guard;
    private final int port;
    private final Path executable;

    private RedisProcess(Process guard, int port, Path executable) {
        this.guard = guard;
        this.port = port;
        this.executable = executable;
    }

    /** Returns before it is ready. It keeps its data in the directory, or only in memory without one. */
    static RedisProcess launch(@Nullable Path directory) throws IOException {
        int port = freePort();
        Path executable = RedisExecProvider.defaultProvider().get().toPath().toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "sh", executable.toString()));
        command.addAll(options(directory, port));
        Process guard = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new RedisProcess(guard, port, executable);
    }

    private static List<String> options(@Nullable Path directory, int port) {
        List<String> options = new ArrayList<>();
        options.addAll(List.of("--port", Integer.toString(port), "--bind", LOOPBACK));
        options.addAll(List.of("--maxmemory-policy", "noeviction", "--save", ""));
        if (directory != null) {
            options.addAll(List.of("--dir", directory.toAbsolutePath().toString(), "--appendonly", "yes"));
            options.addAll(List.of("--logfile", "redis.log"));
        }
        return options;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void awaitReady() throws IOException {
        long start = System.nanoTime();
        while (!answers()) {
            if (!guard.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                close();
                throw new IOException("redis-server does not answer on port " + port);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        deleteExecutable();
    }

    /** It was unpacked for this process alone, which does not need its name any more. */
    private void deleteExecutable() throws IOException {
        Files.deleteIfExists(executable);
        Files.deleteIfExists(executable.resolveSibling(""));
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "redis://" + LOOPBACK + ":" + port;
    }

    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        guard.descendants().forEach(ProcessHandle::destroy);
        guard.destroy();
    }
}
