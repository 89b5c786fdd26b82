package dev.postrider.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.postrider.embedded.TestStores;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a resend would send, and what it refuses before anything is sent. */
@Tag("mongodb")
class ResendCommandIntegrationTests {

    private static final Map<String, String> SETTINGS = TestStores.properties();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final MongoClient mongo = MongoClients.create(uri());
    private final InProcess command = new InProcess(SETTINGS);

    private static String uri() {
        return Objects.requireNonNull(SETTINGS.get("spring.mongodb.uri"));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void saysHowManyWouldBeSentAgainAndSendsNothing() {
        String run = run("waiting", "COMPLETED");
        delivery(run, "a", "UNKNOWN", LONG_AGO);
        delivery(run, "b", "UNKNOWN", LONG_AGO);
        delivery(run, "c", "REJECTED", LONG_AGO);

        assertThat(command.run("run resend " + run + " --unknown --json")).isZero();

        assertThat(JsonMapper.shared().readTree(command.out()))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"run\": \"" + run + "\", \"of\": \"UNKNOWN\", \"selected\": 2}"));
        assertThat(database().getCollection("resends").countDocuments()).isZero();
    }

    @Test
    void anUnknownDeliveryThatAFrozenProcessCouldStillSendIsRefused() {
        String run = run("young", "COMPLETED");
        delivery(run, "a", "UNKNOWN", LONG_AGO);
        delivery(run, "b", "UNKNOWN", Instant.now());

        assertThat(command.run("run resend " + run + " --unknown")).isEqualTo(1);

        refused("1 of the 2 unknown deliveries of run '" + run + "' are too young");
    }

    @Test
    void aRunWithoutSuchDeliveriesHasNothingToSend() {
        String run = run("clean", "COMPLETED");
        delivery(run, "a", "SENT", LONG_AGO);

        assertThat(command.run("run resend " + run + " --rejected")).isZero();

        assertThat(command.out()).isEqualTo("run " + run + " has no rejected deliveries: nothing is sent\n");
    }

    @Test
    void whatWasPurgedCannotBeSentAgain() {
        String run = run("purged", "COMPLETED");
        database()
                .getCollection("keptFigures")
                .insertOne(new Document("_id", run)
                        .append("claimed", 0L)
                        .append("sent", 8L)
                        .append("rejected", 0L)
                        .append("unknown", 2L)
                        .append("skipped", new Document()));

        assertThat(command.run("run resend " + run + " --unknown")).isEqualTo(1);

        refused("the deliveries of run '" + run + "' were purged");
    }

    @Test
    void aRunThatDoesNotExistIsOneLine() {
        assertThat(command.run("run resend nothing@20261124T090000Z --unknown")).isEqualTo(1);

        refused("there is no run 'nothing@20261124T090000Z'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENDING", "PAUSED", "STOPPED", "PLANNED"})
    void aRunThatIsNotOverIsGoneOnWithInstead(String state) {
        String run = run(state.toLowerCase(Locale.ROOT), state);

        assertThat(command.run("run resend " + run + " --unknown")).isEqualTo(1);

        refused("run '" + run + "' is not over, and only what is over can be sent again; postrider run resume " + run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --unknown --rejected"})
    void exactlyOneKindIsWanted(String options) {
        assertThat(command.run("run resend x@20261124T090000Z" + options)).isEqualTo(2);

        assertThat(command.err()).contains("--unknown", "--rejected").doesNotContain("\tat ");
        assertThat(command.out()).isEmpty();
    }

    private void refused(String line) {
        assertThat(command.err()).contains(line).doesNotContain("\tat ");
        assertThat(command.out()).isEmpty();
    }

    private String run(String campaign, String state) {
        String id = campaign + "@20261124T090000Z";
        database()
                .getCollection("runs")
                .insertOne(new Document("_id", id)
                        .append("state", state)
                        .append("epoch", 1L)
                        .append("day", "2026-11-24")
                        .append("source", "campaign: x")
                        .append("template", "t")
                        .append("createdAt", Date.from(LONG_AGO)));
        return id;
    }

    private void delivery(String run, String recipient, String state, Instant claimedAt) {
        database()
                .getCollection("deliveries")
                .insertOne(new Document("_id", run + "|" + recipient)
                        .append("state", state)
                        .append("token", "somebody#1")
                        .append("at", Date.from(claimedAt)));
    }

    private MongoDatabase database() {
        return mongo.getDatabase(Objects.requireNonNull(new ConnectionString(uri()).getDatabase()));
    }
}
