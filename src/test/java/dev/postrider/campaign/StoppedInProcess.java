package dev.postrider.campaign;

import static org.awaitility.Awaitility.await;

import dev.postrider.CampaignFiles;
import dev.postrider.PostriderApplication;
import dev.postrider.delivery.StopSignal;
import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.ClaimToken;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.recipient.RecipientId;
import dev.postrider.run.Runs;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole program in this process, with runs of a thousand recipients to be stopped. */
@SpringBootTest(classes = PostriderApplication.class)
@Tag("mongodb")
abstract class StoppedInProcess {

    static final int RECIPIENTS = 1_000;
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What is promised; nothing that these runs wait for would come so soon. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    static final StopSignal NEVER = new StopSignal(() -> false);
    static final StopSite SITE = site();

    private static final Instant SLOT = Instant.parse("2026-11-24T09:00:00Z");

    private static StopSite site() {
        StopSite site = new StopSite();
        // The classes share their context where they are in one JVM.
        SpringApplication.getShutdownHandlers().add(site::close);
        return site;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
        SITE.register(registry);
    }

    @Autowired
    CampaignRuns campaigns;

    @Autowired
    RunControl control;

    @Autowired
    Runs runs;

    @Autowired
    private Claims claims;

    @Autowired
    Jobs jobs;

    @Autowired
    MongoTemplate mongo;

    @BeforeEach
    void recipientsAndATemplate() throws IOException {
        SITE.writeTemplate();
        SITE.latency(0);
        SITE.throttleEvery(0);
        var collection = mongo.getDb().getCollection("recipients");
        if (collection.countDocuments() == 0) {
            collection.insertMany(CampaignFiles.recipients(RECIPIENTS));
        }
    }

    void awaitStep(String name) {
        await().atMost(PATIENCE)
                .until(() ->
                        jobs.ownSteps().stream().anyMatch(step -> step.name().equals(name)));
    }

    RunId open(String campaign, String keys) throws IOException {
        SITE.writeCampaign(campaign, keys);
        return campaigns.open(campaign, SLOT, null).id();
    }

    CompletableFuture<JobView> work(RunId run) {
        return CompletableFuture.supplyAsync(() -> {
            campaigns.take(run);
            return jobs.start(CampaignJob.NAME, new CampaignJobParameters(run).toJobParameters());
        });
    }

    /** By a process that lives. */
    void claimElsewhere(RunId run, int recipients) {
        String owner = "elsewhere-" + run.campaign();
        mongo.getDb().getCollection("owners").insertOne(StopSite.process(owner));
        List<RecipientId> ids = IntStream.range(0, recipients)
                .mapToObj(number -> new RecipientId("r" + number))
                .toList();
        claims.claim(run, ids, new ClaimToken(owner, 1, 1, Instant.now()));
    }
}
