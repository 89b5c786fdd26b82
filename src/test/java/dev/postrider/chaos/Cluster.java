package dev.postrider.chaos;

import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import dev.postrider.outbox.OwnRedis;
import dev.postrider.postgresql.PostgresServer;
import dev.postrider.program.FastSchedules;
import dev.postrider.program.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Nodes, stores, SES and operators, with runs of the same recipients. */
final class Cluster implements AutoCloseable {

    static final int NODES = 3;

    private static final int RATE = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> FAULTS =
            List.of("resetBeforeEvery", "resetAfterEvery", "errorEvery", "throttleFor", "latency");

    /** Of schedules: the first slot is a second after they begin, the next one three seconds later. */
    private static final Instant CLOCK = Instant.parse("2026-11-24T08:59:40Z");

    private static final int FACTOR = 20;

    private final Ending ending = new Ending();
    private final PostgresServer postgres = PostgresServer.shared();
    private final List<CampaignKind> kinds;
    private final OwnRedis redis;
    private final Site site;
    private final Path clock;
    private final List<Node> nodes;
    private final Operator operator;
    private final Commands commands;

    Cluster(Path folder, Sequence sequence) {
        kinds = sequence.kinds();
        redis = ending.start(() -> new OwnRedis(folder.resolve("redis")));
        site = ending.start(() -> new Site(folder, options -> options.withMaxSendRate(RATE)))
                .on(postgres.database().settings())
                .with(Map.of(
                        "spring.data.redis.url", redis.url(),
                        "postrider.node.period", "300ms",
                        "postrider.guard.period", "500ms",
                        "postrider.limits.check-again", "2s",
                        "postrider.resend.min-age", "0s"));
        Audience.gather(site);
        kinds.forEach(kind -> site.write("jobs/" + kind.campaign() + ".yml", kind.definition()));
        EarlierMails.send(site);
        clock = folder.resolve("clock-starts");
        String fast = FastSchedules.property(clock, CLOCK, FACTOR);
        nodes = IntStream.range(0, NODES)
                .mapToObj(number -> new Node(site, number < NODES - sequence.workers() ? "serve" : "worker", fast))
                .toList();
        operator = ending.start(() -> new Operator(site));
        commands = new Commands(site);
    }

    /** Has nodes begin with all runs but those of schedules, whose clock begins when the first node knows them. */
    void start() throws IOException {
        kinds.stream()
                .filter(kind -> kind != CampaignKind.SCHEDULED)
                .flatMap(kind -> kind.runs().stream())
                .forEach(operator::open);
        nodes.forEach(Node::start);
        await().atMost(PATIENCE)
                .until(() -> site.simulator().stats().accepted() > 0
                        && site.collection("schedules").countDocuments() == 1);
        FastSchedules.start(clock);
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

    List<CampaignKind> kinds() {
        return kinds;
    }

    List<RunId> runs() {
        return kinds.stream().flatMap(kind -> kind.runs().stream()).toList();
    }

    RunId run(int number) {
        return runs().get(number);
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

    Commands commands() {
        return commands;
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
        ending.close();
    }
}
