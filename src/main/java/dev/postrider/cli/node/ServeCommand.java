package dev.postrider.cli.node;

import dev.postrider.audit.CurrentActor;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.node.Node;
import dev.postrider.node.NodeSettings;
import dev.postrider.observability.ManagementPort;
import dev.postrider.terminal.Terminal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = {
            "Launch the campaigns of schedules and keep runs going, alone or beside other nodes, until Ctrl-C or SIGTERM.",
            "Goes on with runs whose process died, and with paused ones when their time has come. Runs that were stopped"
                    + " or failed are left alone. At its end it finishes what is claimed and leaves its runs to other"
                    + " nodes, or to its next start."
        })
public final class ServeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    public ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.launch().serve(stores, Set.of(Store.values()), this::listen, this::serve);
    }

    private void listen(BeanFactory beans) {
        beans.getBean(CurrentActor.class).actAsNode();
        Node node = beans.getBean(Node.class);
        Duration limit = beans.getBean(NodeSettings.class).shutdownLimit();
        ManagementPort management = beans.getBean(ManagementPort.class);
        context.interruption().onInterrupt(() -> shutDown(node, management), limit);
    }

    private int serve(BeanFactory beans) {
        Node node = beans.getBean(Node.class);
        NodeSettings settings = beans.getBean(NodeSettings.class);
        terminal()
                .out()
                .println("Ready: process " + ProcessHandle.current().pid() + " keeps up to " + settings.maxRuns()
                        + " runs going. Ctrl-C ends it.");
        beans.getBean(ManagementPort.class)
                .uri()
                .ifPresent(uri -> terminal().note("Health and metrics: " + uri + "/health, " + uri + "/prometheus"));
        try {
            if (node.keepRunsGoing()) {
                return ExitCodes.DONE;
            }
            terminal().error("something was still at work near the end of postrider.node.shutdown-limit");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCodes.FAILED;
    }

    private void shutDown(Node node, ManagementPort management) {
        management.outOfService();
        terminal().note("Shutting down: what is claimed is finished first ...");
        node.shutDown();
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
