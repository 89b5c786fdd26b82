package dev.postrider.cli.run;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import dev.postrider.terminal.Terminal;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Watches a run; changes nothing. */
@Command(
        name = "watch",
        description = {
            "Watch a run, in whatever processes it is at work, until it is over or waits for a person.",
            "Ctrl-C ends the watching, not the run. With --json one object a line, whenever something changed."
        })
public final class WatchCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "weekly-loyalty@20261124T090000Z")
    private String run = "";

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public WatchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunId id = new RunId(run);
        return context.launch().look(stores, Set.of(Store.MONGODB, Store.JOBS), beans -> watch(id, beans));
    }

    private int watch(RunId id, BeanFactory beans) {
        Terminal terminal = context.terminal();
        Runs runs = beans.getBean(Runs.class);
        runs.get(id);
        terminal.note("Watching run " + id + ". Ctrl-C ends the watching, not the run.");
        RunSight last = new RunWatch(RunSights.of(id, beans), terminal, output).untilAtRest();
        output.printNext(terminal, last, () -> RunText.print(last.report(), terminal));
        Run ended = runs.get(id);
        RunText.explain(ended, terminal);
        return RunText.exitCode(last.report().state());
    }
}
