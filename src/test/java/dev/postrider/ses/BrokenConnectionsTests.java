package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.delivery.Outcome;
import dev.postrider.outbox.EnvelopeBatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What certainly never left is NOT SENT; what may have arrived is UNKNOWN. */
class BrokenConnectionsTests {

    private static final String YES =
            "{\"BulkEmailEntryResults\":[{\"Status\":\"SUCCESS\",\"MessageId\":\"1\"},{\"Status\":\"SUCCESS\"}]}";
    private static final Duration DRIP = Duration.ofMillis(50);
    private static final EnvelopeBatch TWO = SampleBatch.of(2);

    @Test
    void nobodyListens() throws IOException {
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();

        assertNotSent(send(URI.create("http://127.0.0.1:" + closed.getLocalPort())));
    }

    @Test
    void noTlsBehindHttps() throws IOException {
        try (ScriptedSes ses = new ScriptedSes((connection, self) -> {
            connection.getInputStream().read();
            ScriptedSes.answer(connection, 400, "plain text only");
        })) {
            assertNotSent(send(URI.create("https://127.0.0.1:" + ses.endpoint().getPort())));
        }
    }

    @Test
    void allConnectionsAreTaken() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Map<String, String> settings = Map.of(
                "postrider.ses.max-connections", "1",
                "postrider.ses.acquire-timeout", "200ms");
        try (ScriptedSes scripted = new ScriptedSes((connection, self) -> {
                    self.read(connection);
                    read.countDown();
                    ScriptedSes.await(answer);
                    ScriptedSes.answer(connection, 200, YES);
                });
                TestSes ses = TestSes.at(scripted.endpoint(), Clock.systemUTC(), settings)) {
            CompletableFuture<List<Outcome>> first =
                    CompletableFuture.supplyAsync(() -> ses.bulk.send(TWO, Instant.now()));
            read.await();

            assertNotSent(ses.bulk.send(TWO, Instant.now()));
            answer.countDown();
            assertThat(first.get()).hasOnlyElementsOfType(Outcome.Accepted.class);
        }
    }

    @Test
    void resetAfterTheRequestWasRead() throws IOException {
        assertUnknown((connection, self) -> {
            self.read(connection);
            ScriptedSes.reset(connection);
        });
    }

    @Test
    void closedWithoutAnAnswer() throws IOException {
        assertUnknown((connection, self) -> self.read(connection));
    }

    @Test
    void answersTooLate() throws IOException {
        assertUnknown((connection, self) -> {
            self.read(connection);
            ScriptedSes.waitUntilClosed(connection);
        });
    }

    @Test
    void takesForeverToReadTheRequest() throws IOException {
        EnvelopeBatch large = SampleBatch.of(
                List.of(SampleBatch.envelope(1, "a@example.com", "x".repeat(30_000_000)), SampleBatch.envelope(2)));
        CountDownLatch done = new CountDownLatch(1);
        try (ScriptedSes scripted = new ScriptedSes((connection, self) -> ScriptedSes.await(done));
                TestSes ses = at(scripted.endpoint())) {
            assertThat(ses.bulk.send(large, Instant.now())).hasSize(1).hasOnlyElementsOfType(Outcome.Unknown.class);
            done.countDown();
        }
    }

    @Test
    void dripsItsAnswer() throws IOException {
        assertUnknown((connection, self) -> {
            self.read(connection);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nX-Drip: ".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (int i = 0; i < 400; i++) {
                ScriptedSes.write(connection, ".");
                LockSupport.parkNanos(DRIP.toNanos());
            }
        });
    }

    @Test
    void halfAnAnswer() throws IOException {
        assertUnknown((connection, self) -> {
            self.read(connection);
            String head = "HTTP/1.1 200 OK\r\nContent-Length: " + YES.length() + "\r\n\r\n";
            connection
                    .getOutputStream()
                    .write((head + YES.substring(0, 30)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "null",
                "{\"BulkEmailEntryResults\":[{},null]}",
                "{\"BulkEmailEntryResults\":[{\"Status\":\"SUCCESS\"},{\"Status\":\"SUCCESS\"},{\"Status\":\"SUCCESS\"}]}"
            })
    void anAnswerThatNobodyUnderstands(String body) throws IOException {
        assertUnknown((connection, self) -> {
            self.read(connection);
            ScriptedSes.answer(connection, 200, body);
        });
    }

    @Test
    void resetOfAKeptConnection() throws IOException {
        try (ScriptedSes scripted = new ScriptedSes((connection, self) -> {
                    self.read(connection);
                    ScriptedSes.answer(connection, 200, YES);
                    self.read(connection);
                    ScriptedSes.reset(connection);
                });
                TestSes ses = at(scripted.endpoint())) {
            assertThat(ses.bulk.send(TWO, Instant.now())).hasOnlyElementsOfType(Outcome.Accepted.class);
            assertThat(ses.bulk.send(TWO, Instant.now())).hasOnlyElementsOfType(Outcome.Unknown.class);
            assertThat(scripted.requests).hasSize(2);
        }
    }

    @Test
    void aResultListThatIsTooShortIsUnknownForTheRest() throws IOException {
        try (ScriptedSes scripted = new ScriptedSes((connection, self) -> {
                    self.read(connection);
                    ScriptedSes.answer(connection, 200, YES);
                });
                TestSes ses = at(scripted.endpoint())) {
            assertThat(ses.bulk.send(SampleBatch.of(3), Instant.now()))
                    .containsExactly(
                            new Outcome.Accepted("1"),
                            new Outcome.Accepted(""),
                            new Outcome.Unknown("SES answered without a result for this message"));
        }
    }

    @Test
    void nothingIsTriedTwice() throws IOException {
        try (ScriptedSes scripted = new ScriptedSes((connection, self) -> {
                    self.read(connection);
                    ScriptedSes.answer(connection, 500, "");
                });
                TestSes ses = at(scripted.endpoint())) {
            ses.bulk.send(TWO, Instant.now());

            assertThat(scripted.requests).hasSize(1);
        }
    }

    private static void assertUnknown(ScriptedSes.Step step) throws IOException {
        try (ScriptedSes scripted = new ScriptedSes(step);
                TestSes ses = at(scripted.endpoint())) {
            assertThat(ses.bulk.send(TWO, Instant.now())).hasSize(2).hasOnlyElementsOfType(Outcome.Unknown.class);
            assertThat(ses.single.send(TWO, Instant.now())).hasSize(1).hasOnlyElementsOfType(Outcome.Unknown.class);
        }
    }

    private static void assertNotSent(List<Outcome> outcomes) {
        assertThat(outcomes).hasSize(2).hasOnlyElementsOfType(Outcome.NotSent.class);
    }

    private static List<Outcome> send(URI endpoint) {
        try (TestSes ses = at(endpoint)) {
            return ses.bulk.send(TWO, Instant.now());
        }
    }

    private static TestSes at(URI endpoint) {
        return TestSes.at(
                endpoint,
                Clock.systemUTC(),
                Map.of("postrider.ses.socket-timeout", "500ms", "postrider.ses.attempt-timeout", "1500ms"));
    }
}
