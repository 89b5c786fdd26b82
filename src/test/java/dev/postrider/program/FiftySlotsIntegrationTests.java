package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.ses.MessageTags;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Three nodes as processes, fifty slots on a fast clock. */
@Tag("mongodb")
class FiftySlotsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SLOTS = 50;
    private static final int RECIPIENTS = 3;
    private static final Pattern START = Pattern.compile("run (loyalty@\\w+) starts");

    /** Ten slots a second. */
    private static final int FACTOR = 600;

    @TempDir
    private Path folder;

    @Test
    void makeFiftyRunsAndSendEachOnce() throws Exception {
        Path start = folder.resolve("clock-starts");
        try (Site site = new Site(folder).with(Map.of("postrider.node.period", "200ms"))) {
            site.recipients(RECIPIENTS);
            site.write("jobs/loyalty.yml", """
                    campaign: loyalty
                    schedule: { cron: "0-49 9 24 11 *", grace: 24h }
                    from: rewards@mail.example.com
                    template: loyalty
                    segment: {}
                    """);
            String clock = FastSchedules.property(start, Instant.parse("2026-11-24T08:59:00Z"), FACTOR);
            List<Program> nodes = Stream.generate(() -> site.start(List.of(clock), "serve"))
                    .limit(3)
                    .toList();
            await().atMost(PATIENCE)
                    .until(() -> nodes.stream().allMatch(node -> node.output().startsWith("Ready"))
                            && site.collection("schedules").countDocuments() == 1);
            FastSchedules.start(start);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(states(site)).isEqualTo(Map.of("COMPLETED", (long) SLOTS)));
            nodes.forEach(node -> node.signal("TERM"));
            nodes.forEach(node -> node.expectExit(0));

            assertThat(ids(site)).isEqualTo(slots());
            assertThat(site.collection("missedSlots").countDocuments()).isZero();
            assertThat(started(nodes)).as("what nodes say they began").containsExactlyInAnyOrderElementsOf(slots());
            assertThat(instances(site)).as("job instances").isEqualTo(SLOTS);
            assertThat(accepted(site).values())
                    .as("messages a run and recipient")
                    .containsOnly(1L);
            assertThat(accepted(site)).hasSize(SLOTS * RECIPIENTS);
        }
    }

    private static List<String> slots() {
        return IntStream.range(0, SLOTS)
                .mapToObj(minute -> String.format("loyalty@20261124T09%02d00Z", minute))
                .toList();
    }

    private static Map<String, Long> states(Site site) {
        return site.collection("runs").find().map(run -> run.getString("state")).into(new ArrayList<>()).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<String> ids(Site site) {
        return site.collection("runs").find().map(run -> run.getString("_id")).into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }

    private static List<String> started(Collection<Program> nodes) {
        return nodes.stream()
                .flatMap(node -> START.matcher(node.errors()).results().map(MatchResult::group))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    private static long instances(Site site) {
        return JdbcClient.create(new DriverManagerDataSource(
                        site.property("spring.datasource.url"),
                        site.property("spring.datasource.username"),
                        site.property("spring.datasource.password")))
                .sql("select count(*) from batch_job_instance where job_name = 'campaign'")
                .query(Long.class)
                .single();
    }

    private static Map<List<String>, Long> accepted(Site site) {
        return site.messages().stream()
                .map(message -> tags(message.get("tags")))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<String> tags(JsonNode tags) {
        return Stream.of(MessageTags.RUN, MessageTags.RECIPIENT)
                .map(tag -> tags.get(tag).asString())
                .toList();
    }
}
