package dev.postrider.cli.recipient;

import dev.postrider.cli.job.JobProgress;
import dev.postrider.cli.job.JobText;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.inactivity.InactivityJob;
import dev.postrider.inactivity.InactivityParameters;
import dev.postrider.inactivity.InactivityResult;
import dev.postrider.inactivity.InactivityResults;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.recipient.Recipients;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "inactivity",
        description = {
            "Mark recipients who have been inactive for 90, 120 or 180 days.",
            "Takes the mark from who is active again. The stages are a setting, postrider.inactivity.stages."
        })
public final class InactivityCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day that is taken for today (today in UTC).")
    private @Nullable LocalDate asOf;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public InactivityCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.launch().work(stores, Set.of(Store.MONGODB, Store.JOBS), this::run);
    }

    private int run(BeanFactory beans) {
        LocalDate day = asOf == null ? LocalDate.now(beans.getBean(Clock.class)) : asOf;
        JobView job = run(day, beans, context.terminal());
        Result result = Result.of(beans.getBean(InactivityResults.class).of(job.id()));
        output.print(context.terminal(), result, () -> result.facts().print(context.terminal()));
        return JobText.end(job, "postrider inactivity --as-of " + day, context.terminal());
    }

    /** Continues the job of this day where it did not end. */
    public static JobView run(LocalDate day, BeanFactory beans, Terminal terminal) {
        Jobs jobs = beans.getBean(Jobs.class);
        long recipients = beans.getBean(Recipients.class).count(com.mongodb.client.model.Filters.empty());
        InactivityParameters first = InactivityParameters.of(day);
        InactivityParameters parameters = jobs.latest(InactivityJob.NAME, first.ofAnySequence())
                .map(InactivityCommand::sequel)
                .orElse(first);
        return JobProgress.during(
                terminal,
                jobs,
                step -> step.equals("mark") ? recipients : 0,
                () -> jobs.start(InactivityJob.NAME, parameters.toJobParameters()));
    }

    private static InactivityParameters sequel(JobView last) {
        InactivityParameters parameters = InactivityParameters.from(last.parameters());
        boolean done = last.state() == JobState.COMPLETED || last.state() == JobState.ABANDONED;
        return done ? parameters.next() : parameters;
    }

    /** What scripts rely on. */
    public record Result(LocalDate asOf, Map<String, Long> stages) {

        public static Result of(InactivityResult result) {
            return new Result(result.asOf(), result.stages());
        }

        public Facts facts() {
            Facts facts = new Facts().add("as of", asOf);
            stages.forEach((stage, count) -> facts.add(stage.equals("active") ? stage : stage + " days", count));
            return facts;
        }
    }
}
