package dev.postrider.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.LongProof;
import dev.postrider.cli.Postrider;
import dev.postrider.program.Program;
import dev.postrider.program.Site;
import dev.postrider.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands while {@code postrider serve} works on a run: none spoils the run. */
@Tag("mongodb")
class CommandsBesideServeIntegrationTests {

    private static final String SLOT = "2026-11-24T09:00:00Z";
    private static final String RUN = "loyalty@20261124T090000Z";
    private static final int RECIPIENTS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Commands that are not walked, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "serve", "it is what the others are beside, and HelpingNodesIntegrationTests has several",
            "worker", "it ends with a signal; HelpingNodesIntegrationTests",
            "demo", "it has stores and a simulator of its own",
            "bench", "it has stores and a simulator of its own",
            "bench contender", "a process of bench",
            "stores", "it is a store",
            "simulator", "it is an SES",
            "loadtest", "it needs no stores and touches no run");

    @TempDir
    private Path folder;

    @Test
    void everyCommandIsWalkedOrLeftOutForAReason() {
        CommandLine program = new dev.postrider.cli.shell.Program(
                        Terminal.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream()), Postrider.class)
                .commandLine(List.of());

        List<String> missing = commands(program)
                .filter(command -> !LEFT_OUT.containsKey(command))
                .filter(command ->
                        CommandWalk.commands().stream().noneMatch(line -> (line + " ").startsWith(command + " ")))
                .toList();

        assertThat(missing).isEmpty();
    }

    private static Stream<String> commands(CommandLine command) {
        return command.getSubcommands().isEmpty() || command.getCommandName().equals("bench")
                ? Stream.concat(Stream.of(name(command)), below(command))
                : below(command);
    }

    private static Stream<String> below(CommandLine command) {
        return command.getSubcommands().values().stream().flatMap(CommandsBesideServeIntegrationTests::commands);
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().substring("postrider ".length());
    }

    @Test
    void commandsOnTheRunAtWorkAndItsJobDoNotSpoilIt() {
        beside(walk -> walk.walk(CommandWalk.AT_WORK));
    }

    @LongProof
    @Test
    void noCommandSpoilsARun() {
        beside(walk -> {
            walk.walk(CommandWalk.BESIDE);
            walk.walk(CommandWalk.REFUSED);
            walk.walk(CommandWalk.AT_WORK);
        });
    }

    /** @param walked ends with a stop of the run */
    private void beside(Consumer<CommandWalk> walked) {
        try (Site site = site()) {
            Program node = site.start(List.of(), "serve");
            assertThat(json(site, "campaign plan loyalty --slot " + SLOT)
                            .get("planned")
                            .asInt())
                    .isEqualTo(RECIPIENTS);
            site.collection("runs")
                    .updateOne(Filters.eq("_id", RUN), Updates.set("resumesAt", Date.from(Instant.now())));
            await().atMost(PATIENCE).until(() -> site.simulator().stats().accepted() > 0);
            CommandWalk walk = new CommandWalk(
                    site.settings(),
                    Map.of(
                            "run",
                            RUN,
                            "slot",
                            SLOT,
                            "folder",
                            folder.toString(),
                            "job",
                            String.valueOf(run(site).getLong("job"))));

            walked.accept(walk);

            await().atMost(PATIENCE).until(() -> "STOPPED".equals(run(site).getString("state")));
            assertThat(site.simulator().stats().accepted()).isLessThan(RECIPIENTS);
            site.simulator().change("maxSendRate", 5_000);
            walk.walk(CommandWalk.STOPPED);
            everybodyWasMailedOnceOrIsAccountedFor(site);
            node.signal("TERM");
            assertThat(node.exitCode()).isZero();
        }
    }

    private static void everybodyWasMailedOnceOrIsAccountedFor(Site site) {
        JsonNode run = json(site, "run show " + RUN);
        assertThat(run.get("state").asString()).isEqualTo("COMPLETED");
        assertThat(run.get("planned").asLong()).isEqualTo(RECIPIENTS);
        long skipped =
                run.get("skipped").valueStream().mapToLong(JsonNode::asLong).sum();
        assertThat(skipped).isPositive();
        assertThat(run.get("sent").asLong()
                        + run.get("rejected").asLong()
                        + run.get("unknown").asLong()
                        + skipped)
                .isEqualTo(RECIPIENTS);
        assertThat(run.get("unknown").asLong()).isZero();
        Map<String, Long> mails = site.messages().stream()
                .collect(Collectors.groupingBy(message -> message.get("to").toString(), Collectors.counting()));
        assertThat(mails.values()).containsOnly(1L);
        assertThat(mails).hasSize(run.get("sent").asInt());
    }

    private Site site() {
        Site site = new Site(folder, options -> options.withMaxSendRate(1));
        site.write("recipients.csv", "id,email\nr00001,success+r00001@simulator.amazonses.com\nn1,n1@example.com\n");
        site.write("addresses.txt", "success+r00298@simulator.amazonses.com\nsuccess+r00297@simulator.amazonses.com\n");
        site.write("events.jsonl", "{\"eventType\": \"Delivery\", \"mail\": {}, \"delivery\": {}}\n");
        return site.with(Map.of(
                        "postrider.node.period",
                        "200ms",
                        "postrider.ses.account-refresh",
                        "10ms",
                        "postrider.jobs-dir",
                        folder.resolve("jobs").toString(),
                        "postrider.templates-dir",
                        folder.resolve("templates").toString()))
                .recipients(RECIPIENTS);
    }

    private static Document run(Site site) {
        return Objects.requireNonNull(
                site.collection("runs").find(Filters.eq("_id", RUN)).first());
    }

    private static JsonNode json(Site site, String command) {
        InProcess process = new InProcess(site.settings());
        assertThat(process.run(command + " --json")).as(process.err()).isZero();
        return JsonMapper.shared().readTree(process.out());
    }
}
