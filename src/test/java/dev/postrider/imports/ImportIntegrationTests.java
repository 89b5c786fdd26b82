package dev.postrider.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.embedded.TestStores;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Recipients;
import dev.postrider.recipient.Subscription;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = ImportSlice.class)
class ImportIntegrationTests {

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @TempDir
    private Path directory;

    @Autowired
    private JobOperator operator;

    @Autowired
    private Job importJob;

    @Autowired
    private ImportResults results;

    @Autowired
    private Recipients recipients;

    @Test
    void importsKnownColumnsAsFieldsAndOthersAsTypedAttributes() throws Exception {
        Path file = csv("typed.csv", """
                id,email,firstName,lastName,locale,timeZone,signedUpAt,lastActiveAt,friends,orders,spent,vip,born,zip
                t0001,Ann+News@Example.com,Ann,"O'Neil, Jr.",en_US,Europe/Berlin,2026-01-31,2026-02-01T10:00:00Z,t0002;t0003,3,11.50,true,1990-05-01,10001
                t0002,bob@bücher.example,,,,,,,,12345678901,7,FALSE,,02139
                """);
        JobExecution execution = run(file);
        assertThat(result(execution)).isEqualTo(new ImportResult(2, 2, 0, 0));
        Recipient ann = recipients.find(new RecipientId("t0001")).orElseThrow();
        assertThat(ann.email()).isEqualTo("Ann+News@Example.com");
        assertThat(ann.address()).isEqualTo("ann+news@example.com");
        assertThat(ann.lastName()).isEqualTo("O'Neil, Jr.");
        assertThat(ann.locale()).isEqualTo("en-US");
        assertThat(ann.signedUpAt()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(ann.friends()).extracting(RecipientId::value).containsExactly("t0002", "t0003");
        assertThat(ann.subscription()).isEqualTo(Subscription.SUBSCRIBED);
        assertThat(ann.attributes())
                .containsEntry("orders", 3)
                .containsEntry("spent", 11.5)
                .containsEntry("vip", true)
                .containsEntry("born", Instant.parse("1990-05-01T00:00:00Z"))
                .containsEntry("zip", "10001");
        Recipient bob = recipients.find(new RecipientId("t0002")).orElseThrow();
        assertThat(bob.email()).isEqualTo("bob@xn--bcher-kva.example");
        assertThat(bob.firstName()).isNull();
        assertThat(bob.attributes())
                .containsEntry("orders", 12345678901L)
                .containsEntry("spent", 7.0)
                .containsEntry("vip", false)
                .containsEntry("zip", "02139")
                .doesNotContainKey("born");
    }

    private ImportResult result(JobExecution execution) {
        return results.of(execution.getId());
    }

    private JobExecution run(Path file) throws Exception {
        return operator.start(importJob, ImportParameters.of(file).toJobParameters());
    }

    private Path csv(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8);
    }
}
