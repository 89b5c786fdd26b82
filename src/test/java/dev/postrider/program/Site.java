package dev.postrider.program;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.postrider.embedded.EmbeddedStores;
import dev.postrider.embedded.ExternalMongo;
import dev.postrider.launch.PackagedProgram;
import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stores and an SES simulator in this process, files in a folder, and the program as children. */
public final class Site implements AutoCloseable {

    static final String SLOT = "2026-11-24T09:00:00Z";
    static final String RUN = "loyalty@20261124T090000Z";

    /** Threads that send; each has one batch of at most 50 in hand. */
    static final int SENDERS = 2;

    static final int IN_HAND = SENDERS * 50;

    private static final String MONGODB = "spring.mongodb.uri";

    private final Path folder;
    private final EmbeddedStores embedded = EmbeddedStores.inMemory();
    private final Map<String, String> stores = embedded.properties();
    private final SesSimulator simulator;
    private final MongoClient mongo;
    private final List<Program> programs = new ArrayList<>();
    private final Map<String, String> given = new HashMap<>();
    private boolean closed;

    Site(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    public Site(Path folder, UnaryOperator<SimulatorOptions> options) {
        this.folder = folder;
        this.simulator =
                SesSimulator.start(options.apply(SimulatorOptions.defaults().withRecordFile(record())));
        ExternalMongo.freshDatabase().ifPresent(uri -> stores.put(MONGODB, uri));
        this.mongo = MongoClients.create(property(MONGODB));
        write("jobs/loyalty.yml", """
                campaign: loyalty
                from: "Lucky Reels <rewards@mail.example.com>"
                template: loyalty
                segment: { attributes.spent: { $gte: 0 } }
                """);
        template("Coins for you");
    }

    /** Has the program use other stores than the embedded ones. */
    public Site on(Map<String, String> others) {
        stores.putAll(others);
        return this;
    }

    private Path record() {
        return folder.resolve("accepted.jsonl");
    }

    /** Where its files are. */
    public Path folder() {
        return folder;
    }

    public SesSimulator simulator() {
        return simulator;
    }

    String property(String name) {
        return Objects.requireNonNull(stores.get(name));
    }

    /** From now on the program is told this as well; of Redis, instead of what it is told of the embedded one. */
    public Site with(Map<String, String> settings) {
        given.putAll(settings);
        return this;
    }

    /** Rewrites the campaign's template with this subject. */
    void template(String subject) {
        write("templates/loyalty/subject.ftl", subject + ", ${recipient.firstName}");
        write("templates/loyalty/body.ftlh", """
                <html><body><p>Hello ${recipient.firstName}</p>
                <p><a href="${unsubscribeUrl}">Unsubscribe</a></p></body></html>
                """);
        write("templates/loyalty/sample.json", """
                {"recipient": {"id": "1", "email": "success@simulator.amazonses.com", "firstName": "Sample"}}
                """);
    }

    public void write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Recipients {@code r00000} and so on, each with an address of its own at the mailbox simulator. */
    public Site recipients(int count) {
        collection("recipients")
                .insertMany(IntStream.range(0, count).mapToObj(Site::recipient).toList());
        return this;
    }

    private static Document recipient(int number) {
        String id = String.format("r%05d", number);
        String address = "success+" + id + "@simulator.amazonses.com";
        return new Document("_id", id)
                .append("email", address)
                .append("address", address)
                .append("subscription", "SUBSCRIBED")
                .append("firstName", "Player" + number)
                .append("lastActiveAt", Instant.parse("2026-11-20T00:00:00Z"))
                .append("friends", List.of())
                .append("attributes", new Document("spent", 10.0));
    }

    public MongoCollection<Document> collection(String name) {
        String database = Objects.requireNonNull(new ConnectionString(property(MONGODB)).getDatabase());
        return mongo.getDatabase(database).getCollection(name);
    }

    /** Launches, or relaunches, the campaign's run of the slot. */
    Program run(String... jvmOptions) {
        return start(List.of(jvmOptions), "campaign", "run", "loyalty", "--slot", SLOT, "--json");
    }

    /** What a command that has to succeed prints. */
    JsonNode json(String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add("--json");
        return start(List.of(), command.toArray(String[]::new)).expectExit(0).json();
    }

    /** @throws IllegalStateException when it is closed */
    public synchronized Program start(List<String> jvmOptions, String... arguments) {
        if (closed) {
            throw new IllegalStateException("the site is closed");
        }
        List<String> options = new ArrayList<>(List.of("-Xmx256m", EndsWithTests.PROPERTY));
        options.addAll(jvmOptions);
        List<String> command = PackagedProgram.commandWithTests(options);
        command.addAll(List.of(arguments));
        settings().forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            Path output = Files.createTempFile(folder, "out", ".txt");
            Path errors = Files.createTempFile(folder, "err", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            Program program = new Program(process, output, errors);
            programs.add(program);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that were started. */
    List<Program> programs() {
        return List.copyOf(programs);
    }

    /** What the program is told. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(stores);
        settings.put("postrider.ses.endpoint", simulator.endpoint().toString());
        settings.put("postrider.ses.region", "eu-west-1");
        settings.put("postrider.public-url", "https://mail.example.com");
        settings.put("postrider.consent.keys", "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.put("postrider.ledger.lease", "3s");
        settings.put("postrider.delivery.claim-age", "2s");
        settings.put("postrider.delivery.threads", Integer.toString(SENDERS));
        settings.put("postrider.render.slice-size", "100");
        settings.put("postrider.outbox.max-entries", "4");
        settings.put("postrider.management.port", "0");
        settings.put("postrider.management.period", "200ms");
        if (given.keySet().stream().anyMatch(key -> key.startsWith("spring.data.redis."))) {
            settings.remove("spring.data.redis.url");
        }
        settings.putAll(given);
        return settings;
    }

    /** How often SES accepted a message for each recipient, by id. */
    Map<String, Long> accepted() {
        return messages().stream().collect(Collectors.groupingBy(Site::recipientOf, Collectors.counting()));
    }

    /** What SES accepted, as the simulator recorded it. */
    public List<JsonNode> messages() {
        try {
            return Files.exists(record())
                    ? Files.readAllLines(record()).stream()
                            .map(JsonMapper.shared()::readTree)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String recipientOf(JsonNode message) {
        String address = message.get("to").get(0).asString();
        return address.substring(address.indexOf('+') + 1, address.indexOf('@'));
    }

    /** States of the run's deliveries in the ledger as their last attempts stand, by recipient id. */
    Map<String, String> ledger() {
        return collection("deliveries").find().into(new ArrayList<>()).stream()
                .collect(Collectors.toMap(
                        d -> d.getString("_id").substring(RUN.length() + 1),
                        d -> d.get("resent", d).getString("state")));
    }

    @Override
    public synchronized void close() {
        closed = true;
        programs.forEach(Program::end);
        mongo.close();
        simulator.close();
        embedded.close();
    }
}
