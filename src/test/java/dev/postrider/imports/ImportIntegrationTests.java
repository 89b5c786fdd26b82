package dev.postrider.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.embedded.TestStores;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Recipients;
import dev.postrider.recipient.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = ImportSlice.class)
@Tag("mongodb")
class ImportIntegrationTests {

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @TempDir
    private Path directory;

    @Autowired
    private ImportSlice.Import runner;

    @Autowired
    private ImportResults results;

    @Autowired
    private Recipients recipients;

    @Test
    void importsKnownColumnsAsFieldsAndOthersAsTypedAttributes() throws Exception {
        ImportResult result = run("typed.csv", """
                id,email,firstName,lastName,locale,timeZone,signedUpAt,lastActiveAt,friends,orders,spent,vip,born,zip,phone:text
                t0001,Ann+News@Example.com,Ann,"O'Neil, Jr.",en_US,Europe/Berlin,2026-01-31,2026-02-01T10:00:00Z,t0002;t0003,3,11.50,true,1990-05-01,10001,4930123
                t0002,bob@bücher.example,,,,,,,,12345678901,7,FALSE,,02139,
                """);
        assertThat(result).isEqualTo(new ImportResult(2, 2, 0, 0));
        Recipient ann = find("t0001");
        assertThat(ann.email()).isEqualTo("Ann+News@Example.com");
        assertThat(ann.address()).isEqualTo("ann+news@example.com");
        assertThat(ann.lastName()).isEqualTo("O'Neil, Jr.");
        assertThat(ann.locale()).isEqualTo("en-US");
        assertThat(ann.signedUpAt()).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(ann.lastActiveAt()).isEqualTo("2026-02-01T10:00:00Z");
        assertThat(ann.friends()).extracting(RecipientId::value).containsExactly("t0002", "t0003");
        assertThat(ann.subscription()).isEqualTo(Subscription.SUBSCRIBED);
        assertThat(ann.attributes())
                .isEqualTo(Map.of(
                        "orders",
                        3,
                        "spent",
                        11.5,
                        "vip",
                        true,
                        "born",
                        Instant.parse("1990-05-01T00:00:00Z"),
                        "zip",
                        "10001",
                        "phone",
                        "4930123"));
        Recipient bob = find("t0002");
        assertThat(bob.email()).isEqualTo("bob@xn--bcher-kva.example");
        assertThat(bob.firstName()).isNull();
        assertThat(bob.attributes())
                .isEqualTo(Map.of("orders", 12345678901L, "spent", 7.0, "vip", false, "zip", "02139"));
    }

    @Test
    void importsJsonLinesWithTheirTypes() throws Exception {
        ImportResult result = run("typed.jsonl", """
                {"id": "j1", "email": "j1@example.com", "friends": ["j2", 7], "level": 3, "spent": 10.0, "note": "2026-01-31", "born": "1990-05-01", "attributes": {"vip": true, "tags": ["a"], "pet": {"name": "Rex"}}}

                {"id": 2, "email": "j2@example.com", "level": "high", "note": "soon", "born": "1990-05-02", "subscription": "paused"}
                """);
        assertThat(result).isEqualTo(new ImportResult(2, 2, 0, 0));
        assertThat(find("j1").friends()).extracting(RecipientId::value).containsExactly("j2", "7");
        assertThat(find("j1").attributes())
                .isEqualTo(Map.of(
                        "level",
                        3,
                        "spent",
                        10.0,
                        "note",
                        "2026-01-31",
                        "born",
                        Instant.parse("1990-05-01T00:00:00Z"),
                        "vip",
                        true,
                        "tags",
                        List.of("a"),
                        "pet",
                        Map.of("name", "Rex")));
        assertThat(find("2").attributes()).containsEntry("level", "high").containsEntry("note", "soon");
        assertThat(find("2").subscription()).isEqualTo(Subscription.PAUSED);
    }

    @Test
    void dropsAByteOrderMarkAndReadsEveryLineEnd() throws Exception {
        ImportResult result =
                run("bom.csv", "\uFEFFid,email,note\r\nb1,b1@example.com,\"two\r\nlines\"\r\n\r\nb2,b2@example.com,x");
        assertThat(result).isEqualTo(new ImportResult(2, 2, 0, 0));
        assertThat(find("b1").attributes()).containsEntry("note", "two\nlines");
    }

    @Test
    void importsTheSameRowsAgainWithoutWriting() throws Exception {
        Path file = file("again.csv", "id,email,firstName,level\na1,a1@example.com,Ann,3\na2,a2@example.com,,4\n");
        ImportParameters first = ImportParameters.of(file);
        assertThat(result(runner.run(first))).isEqualTo(new ImportResult(2, 2, 0, 0));
        ImportResult second = result(runner.run(first.next()));
        assertThat(second).isEqualTo(new ImportResult(2, 0, 0, 0));
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(run("again.csv", "id,email,firstName,level\na1,a1@example.com,,5\na2,a2@example.com,,4\n"))
                .isEqualTo(new ImportResult(2, 0, 1, 0));
        assertThat(find("a1").firstName()).isEqualTo("Ann");
        assertThat(find("a1").attributes()).containsEntry("level", 5);
    }

    @Test
    void aNullInJsonTakesTheValueAway() throws Exception {
        run("null.jsonl", "{\"id\":\"n1\",\"email\":\"n1@example.com\",\"firstName\":\"Ann\",\"level\":1}\n");
        run("null.jsonl", "{\"id\":\"n1\",\"email\":\"n1@example.com\",\"firstName\":null,\"level\":null}\n");
        assertThat(find("n1").firstName()).isNull();
        assertThat(find("n1").attributes()).isEmpty();
    }

    @Test
    void aFileWithoutRowsIsFine() throws Exception {
        assertThat(run("none.csv", "id,email\n")).isEqualTo(new ImportResult(0, 0, 0, 0));
    }

    private ImportResult run(String name, String content) throws Exception {
        return result(runner.run(file(name, content)));
    }

    private ImportResult result(JobExecution execution) {
        assertThat(execution.getAllFailureExceptions()).isEmpty();
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(results.rejects(execution.getId())).isEmpty();
        return results.of(execution.getId());
    }

    private Recipient find(String id) {
        return recipients.find(new RecipientId(id)).orElseThrow();
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content);
    }
}
