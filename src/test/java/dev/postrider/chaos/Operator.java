package dev.postrider.chaos;

import dev.postrider.PostriderApplication;
import dev.postrider.campaign.RunApproval;
import dev.postrider.campaign.RunControl;
import dev.postrider.feedback.FeedbackImport;
import dev.postrider.ledger.RunId;
import dev.postrider.node.SlotLaunch;
import dev.postrider.operations.Jobs;
import dev.postrider.program.Site;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Looks at runs and does what a command does at once; where that is refused, or a store is away, an operator is told so and no more. */
final class Operator implements AutoCloseable {

    private final Complaints complaints;
    private final ConfigurableApplicationContext rooms;

    Operator(Site site) {
        complaints = new Complaints(site);
        List<String> arguments = new ArrayList<>();
        site.settings().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.add("--postrider.jobs-dir=" + site.folder().resolve("jobs"));
        arguments.add("--postrider.templates-dir=" + site.folder().resolve("templates"));
        arguments.add("--spring.datasource.hikari.connection-timeout=1000");
        arguments.add("--postrider.audit.operator=second");
        rooms = new SpringApplicationBuilder(PostriderApplication.class)
                .lazyInitialization(true)
                .run(arguments.toArray(String[]::new));
    }

    /** Makes the run due. */
    void open(RunId run) {
        rooms.getBean(SlotLaunch.class).launch(run.campaign(), run.slot());
    }

    Optional<Run> find(RunId run) {
        return rooms.getBean(Runs.class).find(run);
    }

    RunReport report(RunId run) {
        return rooms.getBean(RunReports.class).of(run);
    }

    void stop(RunId run) {
        tryTo(() -> rooms.getBean(RunControl.class).stop(run));
    }

    void stopJob(RunId run) {
        tryTo(() -> find(run)
                .map(Run::job)
                .ifPresent(job -> rooms.getBean(Jobs.class).stop(job)));
    }

    void approve(RunId run) {
        tryTo(() -> rooms.getBean(RunApproval.class).approve(run));
    }

    /** Some of those who got the run's mail complain. */
    void importComplaints(RunId run) {
        tryTo(() -> rooms.getBean(FeedbackImport.class)
                .read(new BufferedReader(new StringReader(complaints.of(run))), (line, cause) -> {
                    throw new IllegalStateException(cause);
                }));
    }

    private interface Deed {

        void happen() throws Exception;
    }

    private static void tryTo(Deed deed) {
        try {
            deed.happen();
        } catch (Exception e) {
            System.out.println(
                    "  refused: " + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    @Override
    public void close() {
        rooms.close();
    }
}
