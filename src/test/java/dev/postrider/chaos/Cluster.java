package dev.postrider.chaos;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.outbox.OwnRedis;
import dev.postrider.postgresql.PostgresServer;
import dev.postrider.program.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Nodes, stores, SES and an operator, with two runs of the same recipients. */
final class Cluster implements AutoCloseable {

    static final int NODES = 3;
    static final int RUNS = 2;
    static final int RECIPIENTS = 400;

    static final String NO_ADDRESS = "not an address";

    private static final int RATE = 80;
    private static final List<String> CAMPAIGNS = List.of("coins", "spins");
    private static final List<String> FAULTS =
            List.of("resetBeforeEvery", "resetAfterEvery", "errorEvery", "throttleFor", "latency");

    private final PostgresServer postgres = PostgresServer.shared();
    private final OwnRedis redis;
    private final Site site;
    private final List<Node> nodes;
    private final Operator operator;

    /** @param workers so many of the nodes only help with the runs of the others */
    Cluster(Path folder, int workers) {
        redis = new OwnRedis(folder.resolve("redis"));
        site = new Site(folder, options -> options.withMaxSendRate(RATE))
                .on(postgres.database().settings())
                .with(Map.of("spring.data.redis.url", redis.url(), "postrider.node.period", "300ms"))
                .recipients(RECIPIENTS);
        CAMPAIGNS.forEach(this::define);
        site.collection("recipients")
                .updateMany(Filters.regex("_id", "7$"), Updates.set("subscription", "UNSUBSCRIBED"));
        site.collection("recipients").updateMany(Filters.regex("_id", "33$"), Updates.set("email", NO_ADDRESS));
        nodes = IntStream.range(0, NODES)
                .mapToObj(number -> new Node(site, number < NODES - workers ? "serve" : "worker"))
                .toList();
        operator = new Operator(site, CAMPAIGNS);
    }

    private void define(String campaign) {
        site.write("jobs/" + campaign + ".yml", """
                campaign: %s
                from: "Lucky Reels <rewards@mail.example.com>"
                template: loyalty
                segment: {}
                """.formatted(campaign));
    }

    void start() {
        operator.open();
        nodes.forEach(Node::start);
    }

    /** Ends all that was done to it. */
    void recover() {
        nodes.forEach(node -> node.signal("CONT"));
        calmSes();
        postgres.start();
        redis.start();
        nodes.forEach(Node::start);
        site.simulator().change("maxSendRate", 5_000);
    }

    /** Ends all nodes in order: whatever they have in hand comes to light. */
    void end() {
        nodes.forEach(node -> node.signal("TERM"));
        nodes.forEach(Node::awaitEnd);
    }

    Node node(int number) {
        return nodes.get(number);
    }

    OwnRedis redis() {
        return redis;
    }

    void startEmptyRedis() {
        redis.stop();
        redis.loseData();
        redis.start();
    }

    PostgresServer postgres() {
        return postgres;
    }

    Operator operator() {
        return operator;
    }

    Site site() {
        return site;
    }

    void ses(String setting, int value) {
        site.simulator().change(setting, value);
    }

    void calmSes() {
        FAULTS.forEach(fault -> ses(fault, 0));
    }

    @Override
    public void close() {
        postgres.start();
        redis.start();
        operator.close();
        site.close();
        redis.close();
    }
}
