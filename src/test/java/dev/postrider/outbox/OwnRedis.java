package dev.postrider.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.FileSystemUtils;
import redis.embedded.RedisServer;
import redis.embedded.RedisServerBuilder;

/**
 * A Redis that a test may stop and start again; it keeps its data in the directory, and its port. A shell beside it waits for
 * the end of its input, which comes also when this process is killed, and then ends the server.
 */
public final class OwnRedis implements AutoCloseable {

    private static final String GUARD = "cat > /dev/null; test ! -f \"$1\" || kill -9 \"$(cat \"$1\")\"";

    private final Path directory;
    private final int port = freePort();
    private final RedisServer server;
    private final Process guard;
    private boolean closed;

    /** @param settings lines of redis.conf */
    public OwnRedis(Path directory, String... settings) {
        this.directory = directory;
        RedisServerBuilder builder = RedisServer.builder()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly yes")
                .setting("dir " + directory.toAbsolutePath())
                .setting("pidfile " + pidFile());
        Arrays.stream(settings).forEach(builder::setting);
        server = builder.build();
        guard = guard();
        start();
    }

    private Path pidFile() {
        return directory.resolve("redis.pid").toAbsolutePath();
    }

    private Process guard() {
        try {
            return new ProcessBuilder("sh", "-c", GUARD, "sh", pidFile().toString()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public LettuceConnectionFactory connect() {
        return TestRedis.connect("127.0.0.1", port);
    }

    /** From now on it is full, however little it holds. */
    public void fill() {
        maxMemory("1");
    }

    /** It has room again. */
    public void makeRoom() {
        maxMemory("0");
    }

    private void maxMemory(String bytes) {
        ask(connection -> {
            connection.serverCommands().setConfig("maxmemory", bytes);
            return bytes;
        });
    }

    /** Whether it has the key itself, where it is a node of a cluster. */
    public boolean has(String key) {
        return Boolean.TRUE.equals(ask(connection -> connection.keyCommands().exists(key.getBytes(UTF_8))));
    }

    private <T> T ask(Function<RedisConnection, T> question) {
        LettuceConnectionFactory redis = connect();
        try (RedisConnection connection = redis.getConnection()) {
            return question.apply(connection);
        } finally {
            redis.destroy();
        }
    }

    /** Without effect while it is stopped. */
    public void flush() {
        if (server.isActive()) {
            ask(connection -> {
                connection.serverCommands().flushAll();
                return true;
            });
        }
    }

    /** Without effect while it runs, and when it is closed. */
    public synchronized void start() {
        if (closed || server.isActive()) {
            return;
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
    }

    public synchronized void stop() {
        server.stop();
    }

    /** Of a server that was stopped. */
    public void loseData() {
        try {
            FileSystemUtils.deleteRecursively(directory.resolve("appendonlydir"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.stop();
        guard.destroy();
    }
}
