package dev.postrider.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.RedisServer;

/** A Redis that a test may stop and start again; it keeps its data in the directory, and its port. */
public final class OwnRedis implements AutoCloseable {

    private final RedisServer server;
    private final int port;

    public OwnRedis(Path directory) {
        port = freePort();
        server = RedisServer.builder()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly yes")
                .setting("dir " + directory.toAbsolutePath())
                .build();
        server.start();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LettuceConnectionFactory connect() {
        return TestRedis.connect("127.0.0.1", port);
    }

    public void start() {
        server.start();
    }

    public void stop() {
        server.stop();
    }

    @Override
    public void close() {
        server.stop();
    }
}
