package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import dev.postrider.LongProof;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** A run whose ledger and job were purged, launched again. */
@LongProof
@Tag("mongodb")
class PurgedRunIntegrationTests {

    private static final int RECIPIENTS = 20;

    @TempDir
    private Path folder;

    @Test
    void isOverAndSendsNothing() {
        try (Site site = new Site(folder).recipients(RECIPIENTS)) {
            site.run().expectExit(0);
            yearsGoBy(site);
            JsonNode before = site.json("housekeeping", "--dry-run");
            assertThat(before.get("runs").asInt()).isEqualTo(1);
            assertThat(before.get("jobs").asInt()).isEqualTo(1);

            JsonNode purged = site.json("housekeeping");

            assertThat(purged).isEqualTo(before);
            assertThat(site.collection("deliveries").countDocuments()).isZero();
            assertThat(jobs(site)
                            .sql("select count(*) from batch_job_instance where job_name = 'campaign'")
                            .query(Long.class)
                            .single())
                    .isZero();
            Program again = site.run().expectExit(0);
            assertThat(again.errors()).contains("is completed: nothing is sent");
            assertThat(again.json().get("sent").asInt()).isEqualTo(RECIPIENTS);
            assertThat(site.accepted()).hasSize(RECIPIENTS);
            assertThat(site.accepted().values()).containsOnly(1L);
        }
    }

    private static void yearsGoBy(Site site) {
        Duration years = Duration.ofDays(1_000);
        site.collection("runs")
                .updateOne(
                        new Document(),
                        Updates.set("restedAt", Date.from(Instant.now().minus(years))));
        jobs(site)
                .sql("update batch_job_execution set create_time = timestamp '2020-01-01 00:00:00',"
                        + " last_updated = timestamp '2020-01-01 00:00:00'")
                .update();
    }

    private static JdbcClient jobs(Site site) {
        return JdbcClient.create(new DriverManagerDataSource(
                site.property("spring.datasource.url"),
                site.property("spring.datasource.username"),
                site.property("spring.datasource.password")));
    }
}
