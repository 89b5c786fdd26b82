package dev.postrider.chaos;

import dev.postrider.PostriderApplication;
import dev.postrider.ledger.RunId;
import dev.postrider.node.SlotLaunch;
import dev.postrider.operations.Jobs;
import dev.postrider.program.Program;
import dev.postrider.program.Site;
import dev.postrider.report.RunReports;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Opens the runs, stops them, and launches them again by a command in a process of its own. */
final class Operator implements AutoCloseable {

    private static final Instant SLOT = Instant.parse("2026-11-24T09:00:00Z");

    private final Site site;
    private final List<String> campaigns;
    private final ConfigurableApplicationContext rooms;
    private final Map<RunId, Program> commands = new HashMap<>();

    Operator(Site site, List<String> campaigns) {
        this.site = site;
        this.campaigns = campaigns;
        List<String> arguments = new ArrayList<>();
        site.settings().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.add("--postrider.jobs-dir=" + site.folder().resolve("jobs"));
        arguments.add("--postrider.templates-dir=" + site.folder().resolve("templates"));
        arguments.add("--spring.datasource.hikari.connection-timeout=1000");
        rooms = new SpringApplicationBuilder(PostriderApplication.class)
                .lazyInitialization(true)
                .run(arguments.toArray(String[]::new));
    }

    /** Has the nodes begin with all runs. */
    void open() {
        campaigns.forEach(campaign -> rooms.getBean(SlotLaunch.class).launch(campaign, SLOT));
    }

    List<RunId> runs() {
        return campaigns.stream().map(campaign -> RunId.of(campaign, SLOT)).toList();
    }

    Run show(RunId run) {
        return rooms.getBean(Runs.class).get(run);
    }

    Sums sums(RunId run) {
        return Sums.of(rooms.getBean(RunReports.class).of(run));
    }

    /** Asks it to stop; where that is refused, or a store is away, an operator is told so and no more. */
    void stop(int number) {
        RunId run = runs().get(number);
        Long job = show(run).job();
        try {
            if (job != null) {
                rooms.getBean(Jobs.class).stop(job);
            }
        } catch (RuntimeException e) {
            System.out.println(
                    "  refused: " + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    void launch(int number) {
        launch(runs().get(number));
    }

    /** Without effect while an earlier command is at work on it. */
    boolean launch(RunId run) {
        Program earlier = commands.get(run);
        if (earlier != null && earlier.alive()) {
            return false;
        }
        String slot = SLOT.toString();
        commands.put(run, site.start(List.of(), "campaign", "run", run.campaign(), "--slot", slot, "--json"));
        return true;
    }

    @Override
    public void close() {
        rooms.close();
    }
}
