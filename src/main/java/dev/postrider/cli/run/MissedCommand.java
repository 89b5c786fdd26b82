package dev.postrider.cli.run;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.cli.shell.UnusableFile;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.ledger.RunId;
import dev.postrider.report.MissedRecipient;
import dev.postrider.report.MissedRecipients;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes who did not get a run's message, and why, as they are read. */
@Command(name = "missed", description = "Write who did not get a run's message, and why, as CSV; ids, no addresses.")
public final class MissedCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "weekly-loyalty@20261124T090000Z")
    private String run = "";

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write it (stdout).")
    private @Nullable Path file;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public MissedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunId id = new RunId(run);
        return context.launch().look(stores, Set.of(Store.MONGODB), beans -> {
            write(id, beans);
            return ExitCodes.DONE;
        });
    }

    private void write(RunId id, BeanFactory beans) {
        MissedRecipients missed = beans.getBean(MissedRecipients.class);
        missed.check(id);
        Consumer<Consumer<MissedRecipient>> each = consumer -> missed.forEach(id, consumer);
        if (file == null) {
            write(context.terminal().out(), each);
            return;
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, each);
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableFile("cannot write to " + file + ": " + e.getMessage());
        }
    }

    private void write(OutputStream out, Consumer<Consumer<MissedRecipient>> missed) {
        output.stream(out, missed, () -> MissedCsv.write(out, missed));
    }
}
