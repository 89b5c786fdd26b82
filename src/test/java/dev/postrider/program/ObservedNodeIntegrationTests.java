package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.PostriderApplication;
import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.campaign.CampaignRuns;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Tallies;
import dev.postrider.observability.ManagementPort;
import dev.postrider.observability.MonitoringFiles;
import dev.postrider.operations.Jobs;
import dev.postrider.outbox.OwnRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a node tells of itself, with the application in this process. */
class ObservedNodeIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private OwnRedis redis;
    private Site site;
    private ConfigurableApplicationContext node;

    @BeforeEach
    void start() {
        redis = new OwnRedis(folder.resolve("redis"));
        site = new Site(folder)
                .with(Map.of("spring.data.redis.url", redis.url()))
                .recipients(60);
        List<String> arguments = new ArrayList<>();
        site.settings().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.add("--postrider.jobs-dir=" + folder.resolve("jobs"));
        arguments.add("--postrider.templates-dir=" + folder.resolve("templates"));
        arguments.add("--spring.main.web-application-type=servlet");
        node = new SpringApplicationBuilder(PostriderApplication.class).run(arguments.toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        node.close();
        site.close();
        redis.close();
    }

    @Test
    void tellsOfStoresAndRunsAndHasWhateverDashboardAndAlertsAskFor() {
        site.collection("recipients").updateOne(Filters.eq("_id", "r00001"), Updates.set("subscription", "PAUSED"));
        runDocument("paused-for-a-person", "PAUSED", null);
        runDocument("paused-at-the-quota", "PAUSED", Instant.now().plusSeconds(3_600));
        runDocument("failed", "FAILED", null);
        runDocument("orphaned", "SENDING", null);
        runDocument("unapproved", "AWAITING_APPROVAL", null);
        runDocument("bounced", "PAUSED", null);
        site.collection("runs")
                .updateOne(Filters.eq("_id", "bounced@20261124T090000Z"), Updates.set("objection", "GUARD"));
        site.collection("feedback").insertOne(new Document("_id", "bounced@20261124T090000Z|bounce-permanent|r00001"));
        site.write("jobs/broken.yml", "campaign: broken\n");
        site.collection("missedSlots")
                .insertOne(new Document("_id", "loyalty@20261123T090000Z")
                        .append("reason", "")
                        .append("notedAt", Date.from(Instant.now())));
        site.collection("schedules")
                .insertOne(new Document("_id", "blocked").append("blocked", new Document("cause", "no template")));
        site.collection("chores")
                .insertOne(new Document("_id", "inactivity@20261124T033000Z")
                        .append("state", "DUE")
                        .append("cause", "no disk"));

        run();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(samples().keySet())
                        .containsAll(MonitoringFiles.metrics())
                        .contains("postrider_step_recipients", "postrider_run_feedback"));
        Map<String, List<String>> samples = samples();
        assertThat(samples.get("postrider_deliveries_total"))
                .contains("{campaign=\"loyalty\",state=\"sent\"} 59.0", "{campaign=\"loyalty\",state=\"unknown\"} 0.0");
        assertThat(samples.get("postrider_skips_total")).contains("{campaign=\"loyalty\",reason=\"paused\"} 1.0");
        assertThat(samples.get("postrider_send_seconds_count")).containsExactly("{campaign=\"loyalty\"} 2");
        assertThat(samples.get("postrider_render_seconds_count")).containsExactly("{campaign=\"loyalty\"} 59");
        assertThat(samples.get("postrider_permits_seconds_count")).hasSize(1);
        assertThat(samples.get("postrider_claims_refused_total")).containsExactly("{campaign=\"loyalty\"} 0.0");
        assertThat(samples.get("postrider_store_up"))
                .containsExactlyInAnyOrder(
                        "{store=\"jobRepository\"} 1.0",
                        "{store=\"mongodb\"} 1.0",
                        "{store=\"redis\"} 1.0",
                        "{store=\"ses\"} 1.0");
        assertThat(samples.get("postrider_ses_standing"))
                .contains("{standing=\"healthy\"} 1.0", "{standing=\"shutdown\"} 0.0");
        // Looked up once a period, and the run may have been at work then.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(samples().get("postrider_runs"))
                        .containsExactlyInAnyOrder(
                                "{campaign=\"paused-for-a-person\",state=\"waiting\"} 1.0",
                                "{campaign=\"paused-at-the-quota\",state=\"paused\"} 1.0",
                                "{campaign=\"failed\",state=\"failed\"} 1.0",
                                "{campaign=\"orphaned\",state=\"unattended\"} 1.0",
                                "{campaign=\"unapproved\",state=\"awaiting-approval\"} 1.0",
                                "{campaign=\"bounced\",state=\"guard\"} 1.0"));
        assertThat(samples.get("postrider_run_feedback"))
                .contains(
                        "{campaign=\"bounced\",kind=\"bounce-permanent\"} 1.0",
                        "{campaign=\"bounced\",kind=\"complaint\"} 0.0");
        assertThat(samples.get("postrider_job_file_broken"))
                .containsExactlyInAnyOrder("{campaign=\"loyalty\"} 0.0", "{campaign=\"broken\"} 1.0");
        assertThat(samples.get("postrider_slots_blocked")).containsExactly("{campaign=\"blocked\"} 1.0");
        assertThat(samples.get("postrider_jobs_failing")).containsExactly("{campaign=\"inactivity\"} 1.0");
        assertThat(samples.get("postrider_slots_missed")).containsExactly("{campaign=\"loyalty\"} 1.0");
    }

    @Test
    void aLostRedisMakesTheNodeUnreadyAndLeavesItAlive() {
        awaitStatus("readiness", 200);
        assertThat(components())
                .containsExactlyInAnyOrder("diskSpace", "jobRepository", "mongodb", "ping", "redis", "ses");

        redis.stop();

        awaitStatus("readiness", 503);
        assertThat(get("/health/readiness").body()).contains("\"redis\":{\"details\":{\"error\":");
        assertThat(get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(samples().get("postrider_store_up")).contains("{store=\"redis\"} 0.0", "{store=\"mongodb\"} 1.0");

        redis.start();

        awaitStatus("readiness", 200);
        node.getBean(ManagementPort.class).outOfService();
        awaitStatus("readiness", 503);
        assertThat(get("/health/readiness").body()).contains("OUT_OF_SERVICE");
        assertThat(get("/health/liveness").statusCode()).isEqualTo(200);
    }

    private void run() {
        CampaignRuns runs = node.getBean(CampaignRuns.class);
        RunId run = runs.open("loyalty", Instant.parse(Site.SLOT), null).id();
        node.getBean(Jobs.class).start(CampaignJob.NAME, new CampaignJobParameters(run).toJobParameters());
        // The progress of a run is there while it is at work.
        node.getBean(Tallies.class).of(run);
    }

    private void runDocument(String campaign, String state, @Nullable Instant resumesAt) {
        site.collection("runs")
                .insertOne(new Document("_id", campaign + "@20261124T090000Z")
                        .append("state", state)
                        .append("epoch", 1L)
                        .append("day", "2026-11-24")
                        .append("source", "")
                        .append("template", "")
                        .append("resumesAt", resumesAt == null ? null : Date.from(resumesAt))
                        .append("createdAt", Date.from(Instant.now())));
    }

    private void awaitStatus(String group, int status) {
        await().atMost(PATIENCE).until(() -> get("/health/" + group).statusCode(), code -> code == status);
    }

    private Set<String> components() {
        JsonNode health = JsonMapper.shared().readTree(get("/health").body());
        return health.get("components").propertyNames().stream()
                .filter(name -> !name.endsWith("State") && !name.equals("ssl"))
                .collect(Collectors.toSet());
    }

    /** The lines of each metric, without its name. */
    private Map<String, List<String>> samples() {
        return get("/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.groupingBy(
                        line -> line.split("[{ ]", 2)[0],
                        Collectors.mapping(line -> line.replaceFirst("^[a-z_0-9]+ ?", ""), Collectors.toList())));
    }

    private HttpResponse<String> get(String path) {
        URI uri = node.getBean(ManagementPort.class).uri().orElseThrow();
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(uri + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
