package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The slots of {@code jobs/inactivity.yml} and {@code jobs/housekeeping.yml}, and the node that works on the first killed. */
@Tag("mongodb")
class ScheduledJobsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RECIPIENTS = 1_500;

    @TempDir
    private Path folder;

    @Test
    void areFinishedByAnotherNodeWhenThatWhichWorkedOnOneIsKilled() throws Exception {
        Path start = folder.resolve("clock-starts");
        try (Site site = new Site(folder).with(Map.of("postrider.node.period", "200ms"))) {
            site.recipients(RECIPIENTS);
            site.write("jobs/inactivity.yml", """
                    job: inactivity
                    schedule: { cron: "30 3 1 3 *", grace: 24h }
                    """);
            site.write("jobs/housekeeping.yml", """
                    job: housekeeping
                    schedule: { cron: "30 3 1 3 *", grace: 24h }
                    """);
            site.collection("templates")
                    .insertOne(new Document("_id", "unused").append("pinnedAt", Date.from(Instant.EPOCH)));
            String clock = FastSchedules.property(start, Instant.parse("2027-03-01T03:29:00Z"), 600);
            Program killed = site.start(List.of(clock, BreakingPoint.MARKED.property("KILL", 1)), "serve");
            await().atMost(PATIENCE)
                    .until(() ->
                            site.collection("schedules").countDocuments(Filters.in("_id", "inactivity", "housekeeping"))
                                    == 2);
            FastSchedules.start(start);
            killed.expectKilled();
            assertThat(marked(site)).isBetween(1L, RECIPIENTS - 1L);

            Program other = site.start(List.of(clock), "serve");
            await().atMost(PATIENCE).until(() -> done(site, "inactivity") && done(site, "housekeeping"));
            other.signal("TERM");
            other.expectExit(0);

            assertThat(marked(site)).isEqualTo(RECIPIENTS);
            assertThat(site.json("job", "list").valueStream().map(job -> job.get("job") + " " + job.get("state")))
                    .containsExactlyInAnyOrder(
                            "\"inactivity\" \"COMPLETED\"",
                            "\"inactivity\" \"FAILED\"",
                            "\"housekeeping\" \"COMPLETED\"");
            assertThat(site.collection("templates").countDocuments(Filters.eq("_id", "unused")))
                    .isZero();
            assertThat(site.collection("missedSlots").countDocuments()).isZero();
        }
    }

    private static boolean done(Site site, String job) {
        return site.collection("chores")
                        .countDocuments(
                                Filters.and(Filters.eq("_id", job + "@20270301T033000Z"), Filters.eq("state", "DONE")))
                == 1;
    }

    private static long marked(Site site) {
        return site.collection("recipients").countDocuments(Filters.eq("inactivity.stage", 90));
    }
}
