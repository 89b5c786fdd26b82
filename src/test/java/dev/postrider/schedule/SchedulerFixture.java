package dev.postrider.schedule;

import dev.postrider.SettableClock;
import dev.postrider.audit.AuditFixture;
import dev.postrider.audit.EditTrail;
import dev.postrider.chore.ChoreFixture;
import dev.postrider.definition.CampaignSettings;
import dev.postrider.definition.Definitions;
import dev.postrider.definition.Scheduled;
import dev.postrider.embedded.TestMongo;
import dev.postrider.ledger.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Schedulers of several nodes over one database and one clock, and a launcher that counts. */
final class SchedulerFixture implements SlotLauncher {

    static final String HOURLY = "cron: \"0 * * * *\"";

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T00:00:00Z"));
    private final MongoTemplate mongo = TestMongo.template();
    private final ScheduleSettings settings = new ScheduleSettings(Duration.ofHours(1));
    private final Schedules schedules = new Schedules(mongo);
    private final MissedSlots missed = new MissedSlots(mongo, clock);
    final SlotTroubles troubles = new SlotTroubles(schedules, ChoreFixture.failing(mongo), missed);
    private final EditTrail edits = AuditFixture.edits(mongo, clock);
    private final Map<RunId, Scheduled> opened = new ConcurrentHashMap<>();
    private final SortedMap<String, Integer> launches = new ConcurrentSkipListMap<>();

    Scheduler node(Path jobs) {
        SlotRuns runs = new SlotRuns() {
            @Override
            public void open(Scheduled definition, Instant slot) {
                opened.putIfAbsent(RunId.of(definition.name(), slot), definition);
            }

            @Override
            public boolean launched(RunId run) {
                return launches.containsKey(run.value());
            }
        };
        return new Scheduler(
                new GoodEdits(definitions(jobs), edits, schedules),
                new Evaluation(schedules, missed, runs, settings, clock),
                runs,
                List.of(campaign ->
                        Optional.ofNullable(campaign.description()).filter(text -> text.startsWith("WARN"))));
    }

    /** Moves the clock on, and has each of the nodes look once. */
    void after(Duration duration, Scheduler... nodes) {
        clock.advance(duration);
        for (Scheduler node : nodes) {
            node.tick(this);
        }
    }

    ScheduleOverview overview(Path jobs) {
        return new ScheduleOverview(definitions(jobs), schedules, troubles, settings, clock);
    }

    OldSchedules old(Path jobs) {
        return new OldSchedules(mongo, definitions(jobs));
    }

    OldMissedSlots oldMissed() {
        return new OldMissedSlots(mongo);
    }

    private static Definitions definitions(Path jobs) {
        return new Definitions(new CampaignSettings(jobs));
    }

    @Override
    public void launch(String campaign, Instant slot) {
        launches.merge(RunId.of(campaign, slot).value(), 1, Integer::sum);
    }

    /** How often the launcher was called, by run. */
    Map<String, Integer> launches() {
        return Map.copyOf(launches);
    }

    /** The runs that were launched, in order. */
    List<String> launched() {
        return List.copyOf(launches.keySet());
    }

    Scheduled openedBy(String run) {
        return Objects.requireNonNull(opened.get(new RunId(run)));
    }

    Instant evaluatedTo(String campaign) {
        return schedules.find(campaign).orElseThrow().evaluatedTo();
    }

    void failing(String chore, String cause) {
        mongo.getDb()
                .getCollection("chores")
                .insertOne(new Document("_id", chore).append("state", "DUE").append("cause", cause));
    }

    void writtenByANewerVersion(String campaign) {
        mongo.getDb()
                .getCollection("schedules")
                .updateOne(new Document("_id", campaign), new Document("$set", new Document("v", 2)));
    }

    List<MissedSlot> missed(String campaign) {
        return missed.latest(campaign, 100);
    }

    /** Writes the campaign's file, as at this moment of the clock. */
    void edit(Path jobs, String campaign, String schedule) throws IOException {
        write(
                jobs,
                campaign,
                """
                campaign: %s
                from: rewards@mail.example.com
                template: weekly-loyalty
                segment: {}
                %s
                """.formatted(campaign, schedule.isEmpty() ? "" : "schedule: { " + schedule + " }"),
                clock);
    }

    static void write(Path jobs, String campaign, String text, Clock clock) throws IOException {
        Path file = Files.writeString(Files.createDirectories(jobs).resolve(campaign + ".yml"), text);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }
}
