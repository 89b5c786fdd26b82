package dev.postrider.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.embedded.TestStores;
import dev.postrider.recipient.Recipients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = ImportSlice.class)
@EnabledOnOs(OS.LINUX)
@Tag("mongodb")
class ImportRestartIntegrationTests {

    private static final int ROWS = 5_000;

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

    /** /dev/full is a disk without space; the first refused row of the file is in its third chunk. */
    @Test
    void aFullDiskStopsTheImportBeforeARefusedRowIsLostAndTheRestFollowsLater() throws Exception {
        Path file = directory.resolve("many.csv");
        Files.write(file, rows());
        Path rejects = directory.resolve("many.csv.rejects.csv");
        Files.createSymbolicLink(rejects, Path.of("/dev/full"));

        JobExecution failed = runner.run(file);
        assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(failed.getAllFailureExceptions())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .rootCause()
                        .hasMessage("cannot write the reject file " + rejects + ": No space left on device"));
        assertThat(results.of(failed.getId())).isEqualTo(new ImportResult(2_000, 2_000, 0, 0));

        Files.deleteIfExists(rejects);
        JobExecution continued = runner.run(file);
        assertThat(continued.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(continued.getJobInstance()).isEqualTo(failed.getJobInstance());
        ImportResult result = results.of(continued.getId());
        assertThat(result).isEqualTo(new ImportResult(ROWS, ROWS - 3, 0, 3));
        assertThat(recipients.count(new Document())).isEqualTo(ROWS - 3);
        assertThat(Files.readAllLines(rejects)).hasSize(4).noneMatch(String::isEmpty);
    }

    private static List<String> rows() {
        return IntStream.rangeClosed(0, ROWS)
                .mapToObj(i -> {
                    if (i == 0) {
                        return "id,email,level";
                    }
                    String email = i == 2_500 || i == 2_501 || i == 4_999 ? "junk" : "r" + i + "@example.com";
                    return "r%05d,%s,%d".formatted(i, email, i % 7);
                })
                .toList();
    }
}
