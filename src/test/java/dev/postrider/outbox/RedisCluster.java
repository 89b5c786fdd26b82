package dev.postrider.outbox;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A Redis Cluster of three real servers on loopback, each with a third of the slots. */
public final class RedisCluster implements AutoCloseable {

    private static final int NODES = 3;

    private final List<Node> nodes;

    private record Node(OwnRedis redis, int busPort) {

        static Node in(Path directory, String... settings) {
            int busPort = OwnRedis.freePort();
            Stream<String> clustered =
                    Stream.of("cluster-enabled yes", "cluster-port " + busPort, "cluster-node-timeout 2000");
            OwnRedis redis = new OwnRedis(
                    directory, Stream.concat(clustered, Stream.of(settings)).toArray(String[]::new));
            return new Node(redis, busPort);
        }
    }

    /** @param settings lines of each node's redis.conf */
    public RedisCluster(Path directory, String... settings) {
        nodes = IntStream.range(0, NODES)
                .mapToObj(number -> Node.in(directory.resolve("node" + number), settings))
                .toList();
        try (RedisClient client = RedisClient.create()) {
            List<RedisCommands<String, String>> commands = nodes.stream()
                    .map(node ->
                            client.connect(RedisURI.create(node.redis().url())).sync())
                    .toList();
            for (int number = 0; number < NODES; number++) {
                join(number, commands.get(number));
            }
            await().until(() ->
                    commands.stream().map(RedisCommands::clusterInfo).allMatch(RedisCluster::isWhole));
        }
    }

    private void join(int number, RedisCommands<String, String> commands) {
        commands.clusterAddSlots(IntStream.range(0, SlotHash.SLOT_COUNT)
                .filter(slot -> owner(slot) == number)
                .toArray());
        commands.clusterSetConfigEpoch(number + 1L);
        for (Node met : nodes.subList(0, number)) {
            commands.dispatch(
                    CommandType.CLUSTER,
                    new StatusOutput<>(StringCodec.UTF8),
                    new CommandArgs<>(StringCodec.UTF8)
                            .add("MEET")
                            .add("127.0.0.1")
                            .add(met.redis().port())
                            .add(met.busPort()));
        }
    }

    private static boolean isWhole(String info) {
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + NODES);
    }

    private static int owner(int slot) {
        return slot * NODES / SlotHash.SLOT_COUNT;
    }

    /** The server that has the key. */
    public OwnRedis nodeOf(String key) {
        return nodes.get(owner(SlotHash.getSlot(key))).redis();
    }

    /** As {@code spring.data.redis.cluster.nodes}. */
    public String addresses() {
        return nodes.stream().map(node -> "127.0.0.1:" + node.redis().port()).collect(Collectors.joining(","));
    }

    public LettuceConnectionFactory connect() {
        return TestRedis.connectToCluster(addresses());
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.redis().close());
    }
}
