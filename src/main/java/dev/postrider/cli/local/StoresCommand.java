package dev.postrider.cli.local;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.embedded.EmbeddedStores;
import dev.postrider.embedded.StoresBusy;
import dev.postrider.embedded.StoresLauncher;
import dev.postrider.embedded.StoresProcess;
import dev.postrider.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "stores",
        description = {
            "Run embedded stores, for trying things out, until Ctrl-C.",
            "A MongoDB-compatible server, a Redis and an H2 server in one process. Prints the settings to connect with."
        })
public final class StoresCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the data there, and write the settings to DIR/stores.properties."
                    + " Without it everything is in memory.")
    private @Nullable Path data;

    @Option(names = "--until-unused", hidden = true, description = "End when no program uses the stores any more.")
    private boolean untilUnused;

    @Option(names = "--in-memory", hidden = true, description = "Keep no data in DIR.")
    private boolean inMemory;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public StoresCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (data == null) {
            runInMemory();
            return ExitCodes.DONE;
        }
        return runIn(data);
    }

    private void runInMemory() throws InterruptedException {
        try (EmbeddedStores stores = EmbeddedStores.inMemory()) {
            print(stores.properties());
            awaitInterruption();
        }
    }

    private int runIn(Path directory) throws IOException, InterruptedException {
        try (StoresProcess stores = StoresProcess.start(directory, !inMemory, !untilUnused)) {
            if (untilUnused) {
                awaitUnused(stores);
            } else {
                print(stores.properties());
                terminal().note("The same is in " + stores.file() + ", with a key for links in mails.");
                awaitInterruption();
            }
            return ExitCodes.DONE;
        } catch (StoresBusy e) {
            if (untilUnused) {
                return StoresLauncher.BUSY;
            }
            throw e;
        }
    }

    private void print(Map<String, String> properties) {
        output.print(
                terminal(),
                properties,
                () -> properties.forEach((name, value) -> terminal().out().println(name + "=" + value)));
        terminal().note("Embedded stores are running. Ctrl-C ends them.");
    }

    private void awaitInterruption() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        context.interruption().onInterrupt(interrupted::countDown);
        interrupted.await();
    }

    private void awaitUnused(StoresProcess stores) throws InterruptedException {
        Thread waiting = Thread.currentThread();
        context.interruption().onInterrupt(waiting::interrupt);
        stores.awaitUnused();
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
