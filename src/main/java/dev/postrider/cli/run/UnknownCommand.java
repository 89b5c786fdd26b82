package dev.postrider.cli.run;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.ledger.RunId;
import dev.postrider.report.UnknownDeliveries;
import dev.postrider.report.UnknownDelivery;
import dev.postrider.terminal.Text;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the deliveries of a run whose outcome nobody knows, as they are read. */
@Command(
        name = "unknown",
        description = "List whom a run may or may not have reached, since when, and why nobody knows.")
public final class UnknownCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "weekly-loyalty@20261124T090000Z")
    private String run = "";

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public UnknownCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunId id = new RunId(run);
        return context.launch().look(stores, Set.of(Store.MONGODB), beans -> {
            UnknownDeliveries unknown = beans.getBean(UnknownDeliveries.class);
            output.<UnknownDelivery>stream(context.terminal(), consumer -> unknown.forEach(id, consumer), this::print);
            return ExitCodes.DONE;
        });
    }

    private void print(UnknownDelivery delivery) {
        context.terminal()
                .out()
                .println(Text.of(delivery.since()) + "  attempt " + delivery.attempt() + "  " + delivery.recipient()
                        + "  " + text(delivery.cause()));
    }

    private static String text(@Nullable String cause) {
        return cause == null ? "" : cause;
    }
}
