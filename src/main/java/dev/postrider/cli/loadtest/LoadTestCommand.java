package dev.postrider.cli.loadtest;

import dev.postrider.campaign.RunSettings;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.loadtest.LoadPlan;
import dev.postrider.loadtest.LoadReport;
import dev.postrider.loadtest.LoadTest;
import dev.postrider.loadtest.LoadTests;
import dev.postrider.loadtest.Mix;
import dev.postrider.terminal.Gauge;
import dev.postrider.terminal.Progress;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "loadtest",
        description = {
            "Measure how fast an SES account takes mail.",
            "Sends made-up mail to SES's mailbox simulator and to nobody else, each message once, at most as fast and as"
                    + " much as the account may. Needs no stores. Amazon bills these messages."
        })
public final class LoadTestCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            required = true,
            description = "The sender: an identity that SES has verified.")
    private String from = "";

    @Option(names = "--count", paramLabel = "N", required = true, description = "How many messages.")
    private long count;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Most messages in any one second (what the account allows).")
    private @Nullable Double rate;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "10000",
            description = "Bytes of a message, HTML and text together (10000).")
    private int size;

    @Option(
            names = "--mix",
            paramLabel = "SHARES",
            defaultValue = "success=1",
            description = "What becomes of the messages, such as"
                    + " success=94,bounce=3,complaint=1,suppressionlist=1,ooto=1 (all succeed).")
    private String mix = "";

    @Option(names = "--threads", paramLabel = "N", defaultValue = "8", description = "How many send at a time (8).")
    private int threads;

    @Mixin
    private TransportOption transport = new TransportOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    public LoadTestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        LoadPlan plan = plan();
        return context.launch().look(transport.withConnections(threads), Set.of(), beans -> run(plan, beans));
    }

    private LoadPlan plan() {
        try {
            return new LoadPlan(from, count, rate, size, Mix.parse(mix), threads);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private int run(LoadPlan plan, BeanFactory beans) {
        Terminal terminal = context.terminal();
        LoadTest test = beans.getBean(LoadTests.class).prepare(plan);
        double dollars = beans.getBean(RunSettings.class).pricePerThousand()
                * test.allowed().messages()
                / 1_000;
        LoadTestText.announce(plan, test.allowed(), dollars, terminal);
        context.interruption().onInterrupt(() -> {
            terminal.warn("Stopping: what is in hand is finished first ...");
            test.stop();
        });
        long messages = test.allowed().messages();
        LoadReport report =
                Progress.during(terminal, () -> List.of(new Gauge("send", test.tried(), messages)), test::run);
        output.print(terminal, report, () -> LoadTestText.print(report, terminal));
        LoadTestText.explain(report, plan, terminal);
        return LoadTestText.exitCode(report.state());
    }
}
