package dev.postrider.cli.recipient;

import dev.postrider.cli.job.JobProgress;
import dev.postrider.cli.job.JobText;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.imports.ImportJob;
import dev.postrider.imports.ImportParameters;
import dev.postrider.imports.ImportResult;
import dev.postrider.imports.ImportResults;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Import recipients from a CSV or JSON lines file.",
            "New ones are added, known ones updated. An import that did not end is continued. Rows that cannot be used go"
                    + " to a reject file."
        })
public final class ImportCommand implements Callable<Integer> {

    private static final String IMPORT_STEP = "import";

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "FILE.csv with a header, or FILE.jsonl.")
    private Path file = Path.of("");

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ImportParameters first = ImportParameters.of(file);
        return context.launch().work(stores, Set.of(Store.MONGODB, Store.JOBS), beans -> run(first, beans));
    }

    private int run(ImportParameters first, BeanFactory beans) {
        JobView job = run(first, beans, context.terminal());
        print(job, beans.getBean(ImportResults.class));
        return JobText.end(job, "postrider import " + file, context.terminal());
    }

    /** Imports with live progress. An import of the same content that did not end is continued. */
    public static JobView run(ImportParameters first, BeanFactory beans, Terminal terminal) {
        Jobs jobs = beans.getBean(Jobs.class);
        ImportParameters parameters = jobs.latest(ImportJob.NAME, first.ofAnySequence())
                .map(ImportCommand::sequel)
                .orElse(first);
        return JobProgress.during(
                terminal,
                jobs,
                step -> step.equals(IMPORT_STEP) ? jobs.ownNumber(ImportJob.ROWS) : 0,
                () -> jobs.start(ImportJob.NAME, parameters.toJobParameters()));
    }

    private static ImportParameters sequel(JobView last) {
        ImportParameters parameters = ImportParameters.from(last.parameters());
        boolean done = last.state() == JobState.COMPLETED || last.state() == JobState.ABANDONED;
        return done ? parameters.next() : parameters;
    }

    private void print(JobView job, ImportResults results) {
        ImportResult result = results.of(job.id());
        output.print(
                context.terminal(),
                result,
                () -> new Facts()
                        .add("read", result.read())
                        .add("imported", result.imported())
                        .add("updated", result.updated())
                        .add("unchanged", result.unchanged())
                        .add("rejected", result.rejected())
                        .print(context.terminal()));
        results.rejects(job.id())
                .ifPresent(rejects -> context.terminal().warn("Rows that were rejected are in " + rejects));
    }
}
