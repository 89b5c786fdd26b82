package dev.postrider.cli.demo;

import dev.postrider.cli.local.SimulatorProcess;
import dev.postrider.cli.recipient.ImportCommand;
import dev.postrider.cli.recipient.InactivityCommand;
import dev.postrider.cli.run.CampaignSending;
import dev.postrider.cli.run.RunText;
import dev.postrider.imports.ImportParameters;
import dev.postrider.inactivity.InactivityResults;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.operations.StepView;
import dev.postrider.report.RunReport;
import dev.postrider.samples.SampleRecipients;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** What the demo does, and the figures it shows then. */
final class Demo {

    /** What scripts rely on. */
    record Result(RunReport run, InactivityCommand.Result inactivity) {}

    private static final String CAMPAIGN = "weekly-loyalty";
    private static final long SEED = 1;

    private final BeanFactory beans;
    private final Terminal terminal;
    private final DemoDirectory directory;
    private final LatestMail mail;

    Demo(BeanFactory beans, Terminal terminal, DemoDirectory directory, SimulatorProcess simulator) {
        this.beans = beans;
        this.terminal = terminal;
        this.directory = directory;
        this.mail = new LatestMail(simulator.endpoint());
    }

    Result play(int recipients) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        terminal.note("Importing made-up recipients");
        new SampleRecipients(SEED, today).generate(recipients, directory.recipients());
        expectComplete(ImportCommand.run(ImportParameters.of(directory.recipients()), beans, terminal));
        terminal.note("Marking who has been inactive");
        JobView marking = expectComplete(InactivityCommand.run(today, beans, terminal));
        terminal.note("Running the campaign " + CAMPAIGN);
        mail.keep();
        RunReport run = new CampaignSending(beans, terminal).run(CAMPAIGN, null, null);
        mail.write(directory.mail());
        return new Result(
                run,
                InactivityCommand.Result.of(
                        beans.getBean(InactivityResults.class).of(marking.id())));
    }

    private static JobView expectComplete(JobView job) {
        if (job.state() != JobState.COMPLETED) {
            throw new DemoInterrupted(job);
        }
        return job;
    }

    void print(Result result) {
        RunReport run = result.run();
        terminal.out().println();
        RunText.facts(run).add("emails/s", emailsPerSecond(run)).print(terminal);
        terminal.out().println();
        result.inactivity().facts().print(terminal);
        terminal.out().println();
        Facts places = new Facts();
        if (Files.exists(directory.mail())) {
            places.add("one of the mails", directory.mail().toUri());
        }
        places.add("all that SES got", directory.accepted().toAbsolutePath()).print(terminal);
    }

    private @Nullable Long emailsPerSecond(RunReport run) {
        return run.job() == null
                ? null
                : beans.getBean(Jobs.class).show(run.job()).steps().stream()
                        .filter(step -> step.name().equals("deliver"))
                        .findFirst()
                        .map(step -> perSecond(run.sent(), step))
                        .orElse(null);
    }

    private static @Nullable Long perSecond(long sent, StepView step) {
        Instant start = step.startedAt();
        Instant end = step.endedAt();
        if (start == null || end == null || !end.isAfter(start)) {
            return null;
        }
        return sent * 1_000 / Math.max(1, Duration.between(start, end).toMillis());
    }
}
