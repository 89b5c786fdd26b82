package dev.postrider.cli.audit;

import dev.postrider.audit.AuditEntry;
import dev.postrider.audit.AuditTrail;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.InvalidArguments;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.ledger.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description =
                "Show who started, stopped, approved or resent what, when and from where, and what was edited; the newest last.")
public final class AuditCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--run", paramLabel = "RUN", description = "Only what concerns this run.")
    private @Nullable String run;

    @Option(names = "--since", paramLabel = "INSTANT", description = "Only from then on: 2026-11-24T09:00:00Z.")
    private @Nullable Instant since;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "50",
            description = "So many entries at most (${DEFAULT-VALUE}).")
    private int last;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public AuditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (last < 1) {
            throw new InvalidArguments("--last takes a number from 1, not " + last);
        }
        RunId id = run == null ? null : new RunId(run);
        List<AuditEntry> entries = context.launch()
                .look(
                        stores,
                        Set.of(Store.MONGODB),
                        beans -> beans.getBean(AuditTrail.class).last(last, id, since));
        List<AuditLine> lines = entries.stream().map(AuditLine::of).toList();
        output.print(context.terminal(), lines, () -> AuditLine.print(lines, context.terminal()));
        return ExitCodes.DONE;
    }
}
