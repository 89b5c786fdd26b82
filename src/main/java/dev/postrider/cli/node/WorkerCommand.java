package dev.postrider.cli.node;

import dev.postrider.audit.CurrentActor;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.node.NodeSettings;
import dev.postrider.node.Worker;
import dev.postrider.observability.ManagementPort;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "worker",
        description = {
            "Help to render and send the runs of other processes, until Ctrl-C or SIGTERM.",
            "A worker launches nothing and takes no run over; it may join and leave at any time. At its end it finishes"
                    + " what is claimed and leaves the rest to the others."
        })
public final class WorkerCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    public WorkerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.launch().serve(stores, Set.of(Store.values()), this::listen, this::help);
    }

    private void listen(BeanFactory beans) {
        beans.getBean(CurrentActor.class).actAsNode();
        Worker worker = beans.getBean(Worker.class);
        Duration limit = beans.getBean(NodeSettings.class).shutdownLimit();
        ManagementPort management = beans.getBean(ManagementPort.class);
        context.interruption().onInterrupt(() -> shutDown(worker, management), limit);
    }

    private int help(BeanFactory beans) {
        context.terminal()
                .out()
                .println("Ready: process " + ProcessHandle.current().pid()
                        + " helps with the runs of others. Ctrl-C ends it.");
        beans.getBean(ManagementPort.class)
                .uri()
                .ifPresent(uri ->
                        context.terminal().note("Health and metrics: " + uri + "/health, " + uri + "/prometheus"));
        try {
            if (beans.getBean(Worker.class).help()) {
                return ExitCodes.DONE;
            }
            context.terminal().error("something was still in hand near the end of postrider.node.shutdown-limit");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCodes.FAILED;
    }

    private void shutDown(Worker worker, ManagementPort management) {
        management.outOfService();
        context.terminal().note("Shutting down: what is claimed is finished first ...");
        worker.shutDown();
    }
}
