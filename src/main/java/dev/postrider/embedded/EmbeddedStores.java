package dev.postrider.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB-compatible server, a real Redis and the H2 server, all on loopback and on free ports. With a data directory
 * all three keep their data there; without one everything is in memory and gone on close.
 */
public final class EmbeddedStores implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** With more, the server writes a document of a reply while another thread updates it, and hangs up on the client. */
    private static final int ONE_THREAD = 1;

    private final MongoServer mongo;
    private final RedisProcess redis;
    private final Server h2;
    private final boolean durable;

    /** Of its own, as H2 keeps a database in memory when its server has stopped, and a later server may get the same port. */
    private final String inMemory = "mem:jobs" + UUID.randomUUID().toString().replace("-", "");

    private EmbeddedStores(MongoServer mongo, RedisProcess redis, Server h2, boolean durable) {
        this.mongo = mongo;
        this.redis = redis;
        this.h2 = h2;
        this.durable = durable;
    }

    public static EmbeddedStores inMemory() {
        return start(null);
    }

    /** Starts the stores on the data that an earlier process left in the directory, which is made when absent. */
    public static EmbeddedStores in(Path directory) {
        return start(directory);
    }

    private static EmbeddedStores start(@Nullable Path directory) {
        try {
            if (directory != null) {
                Files.createDirectories(directory);
            }
            RedisProcess redis = RedisProcess.launch(directory);
            Server h2 = startH2(directory);
            MongoServer mongo = new MongoServer(mongoBackend(directory));
            mongo.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ONE_THREAD, ONE_THREAD);
            redis.awaitReady();
            return new EmbeddedStores(mongo, redis, h2, directory != null);
        } catch (IOException | SQLException e) {
            throw new StoresUnavailable("the embedded stores did not start: " + e.getMessage(), e);
        }
    }

    private static MongoBackend mongoBackend(@Nullable Path directory) {
        return directory == null
                ? new MemoryBackend()
                : new H2Backend(directory.resolve("mongo.mv").toString());
    }

    private static Server startH2(@Nullable Path directory) throws SQLException {
        System.setProperty("h2.bindAddress", LOOPBACK);
        String base = directory == null ? "mem:" : directory.toAbsolutePath().toString();
        return Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", base)
                .start();
    }

    /** The settings with which a program connects to these stores, by Spring property name. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.mongodb.uri", mongo.getConnectionString() + "/postrider");
        properties.put("spring.data.redis.url", redis.url());
        properties.put("spring.datasource.url", jdbcUrl());
        properties.put("spring.datasource.username", "sa");
        properties.put("spring.datasource.password", "");
        return properties;
    }

    private String jdbcUrl() {
        String server = "jdbc:h2:tcp://" + LOOPBACK + ":" + h2.getPort();
        return durable ? server + "/./jobs;WRITE_DELAY=0" : server + "/" + inMemory + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    public void close() {
        redis.close();
        mongo.shutdownNow();
        h2.stop();
    }
}
