package dev.postrider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.postrider.embedded.TestStores;
import dev.postrider.imports.ImportJob;
import dev.postrider.imports.ImportParameters;
import dev.postrider.imports.ImportResult;
import dev.postrider.imports.ImportResults;
import dev.postrider.inactivity.InactivityJob;
import dev.postrider.inactivity.InactivityParameters;
import dev.postrider.inactivity.InactivityResults;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.recipient.Recipients;
import dev.postrider.recipient.Segment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real customers, where their data lies beside the project; the expected figures come from another program. */
@SpringBootTest
class CdnowIntegrationTests {

    private static final Path DATA = Path.of("..", "shared", "data", "cdnow");

    @TempDir
    private Path directory;

    @Autowired
    private Jobs jobs;

    @Autowired
    private ImportResults imports;

    @Autowired
    private InactivityResults inactivity;

    @Autowired
    private Recipients recipients;

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @BeforeAll
    static void whereTheDataIs() {
        assumeTrue(Files.isDirectory(DATA), "no " + DATA + ": the test on real customers is left out");
    }

    @Test
    void givesTheFiguresThatAnotherProgramComputed() throws Exception {
        JsonNode expected = new JsonMapper().readTree(DATA.resolve("expected.json"));
        LocalDate asOf = LocalDate.parse(expected.get("asOf").asString());
        int customers = expected.get("customers").asInt();

        Path file = Files.copy(DATA.resolve("customers.csv"), directory.resolve("customers.csv"));
        ImportParameters parameters = ImportParameters.of(file);
        assertThat(importResult(parameters)).isEqualTo(new ImportResult(customers, customers, 0, 0));
        assertThat(importResult(parameters.next())).isEqualTo(new ImportResult(customers, 0, 0, 0));

        Map<String, Long> stages = new HashMap<>();
        expected.get("inactivity")
                .properties()
                .forEach(stage -> stages.put(stage.getKey(), stage.getValue().asLong()));
        JobView job =
                jobs.start(InactivityJob.NAME, InactivityParameters.of(asOf).toJobParameters());
        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(inactivity.of(job.id()).stages()).isEqualTo(stages);

        Bson segment = Segment.of(Map.of(
                        "lastActiveAt", Map.of("$gt", Map.of("daysAgo", 90)),
                        "attributes.spent", Map.of("$gte", 100)))
                .filter(asOf, ZoneOffset.UTC);
        assertThat(recipients.count(segment))
                .isEqualTo(expected.get("segment").get("recipients").asLong());
    }

    private ImportResult importResult(ImportParameters parameters) {
        JobView job = jobs.start(ImportJob.NAME, parameters.toJobParameters());
        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        return imports.of(job.id());
    }
}
