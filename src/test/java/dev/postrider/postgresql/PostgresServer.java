package dev.postrider.postgresql;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL on loopback and a free port, which may be stopped and started again on its data. The shell around it
 * waits for the end of its input, which comes also when this process is killed, and then shuts the server down.
 */
public final class PostgresServer {

    private static final String ROLE = "postrider";
    private static final String PASSWORD = "only-for-tests";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GUARD =
            "\"$@\" < /dev/null & server=$!; cat > /dev/null; kill -INT \"$server\"; wait \"$server\"";

    private final ServerUser user = ServerUser.choose();
    private final AtomicInteger databases = new AtomicInteger();
    private final Path directory;
    private final int port;
    private @Nullable Process guard;

    private PostgresServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** The one that the tests of a JVM share; it goes when the JVM ends. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    private static PostgresServer launch() {
        try {
            PostgresServer server = new PostgresServer(Files.createTempDirectory("postrider-postgresql"), freePort());
            PostgresPrograms.unpack(server.directory);
            server.initialise();
            server.start();
            server.admin()
                    .sql("create role " + ROLE + " login password '" + PASSWORD + "'")
                    .update();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void initialise() throws IOException {
        Files.writeString(directory.resolve("password"), PASSWORD);
        user.own(directory);
        Process initdb = run(
                program("initdb"),
                "--pgdata=data",
                "--username=postgres",
                "--pwfile=password",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        if (await().atMost(PATIENCE).until(initdb::waitFor, code -> true) != 0) {
            throw new IOException("initdb failed: " + Files.readString(log()));
        }
    }

    /** Returns when it takes connections; without effect while it runs. */
    public void start() {
        if (guard != null) {
            return;
        }
        String server = program("postgres");
        try {
            guard = run("sh", "-c", GUARD, "sh", server, "-D", "data", "-h", "127.0.0.1", "-p", "" + port, "-k", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(PATIENCE).until(this::answers);
    }

    private Process run(String... command) throws IOException {
        return user.run(List.of(command))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private Path log() {
        return directory.resolve("log");
    }

    private boolean answers() {
        try {
            return admin().sql("select true").query(Boolean.class).single();
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** An empty database. */
    public PostgresDatabase database() {
        String name = "jobs" + databases.incrementAndGet();
        admin().sql("create database " + name + " owner " + ROLE).update();
        return new PostgresDatabase(url(name), ROLE, PASSWORD);
    }

    private JdbcClient admin() {
        return new PostgresDatabase(url("postgres"), "postgres", PASSWORD).jdbc();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Shuts it down in order and at once: whoever is connected loses the connection. */
    public void stop() {
        if (guard == null) {
            return;
        }
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
            }
            guard = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close() {
        stop();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {

        static final PostgresServer SERVER = launch();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
