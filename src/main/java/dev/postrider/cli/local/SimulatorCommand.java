package dev.postrider.cli.local;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import dev.postrider.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulator",
        description = {
            "Run a simulator of Amazon SES on loopback, until Ctrl-C.",
            "Mails are checked, counted and recorded, and go nowhere. Figures are at URL/simulator/stats."
                    + " Use it with --postrider.ses.endpoint=URL."
        })
public final class SimulatorCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--port", paramLabel = "P", defaultValue = "0", description = "The port (a free one).")
    private int port;

    @Option(names = "--max-rate", paramLabel = "R", description = "Recipients in any one second (unlimited).")
    private @Nullable Double maxRate;

    @Option(names = "--daily-quota", paramLabel = "Q", description = "Recipients in any 24 hours (unlimited).")
    private @Nullable Double dailyQuota;

    @Option(names = "--latency", paramLabel = "MS", description = "Milliseconds before each answer (0).")
    private @Nullable Long latency;

    @Option(names = "--record", paramLabel = "FILE", description = "Record each accepted mail there, one JSON a line.")
    private @Nullable Path record;

    @Option(names = "--until-eof", hidden = true, description = "End with the end of standard input.")
    private boolean untilEof;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public SimulatorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (SesSimulator simulator = SesSimulator.start(options())) {
            Terminal terminal = context.terminal();
            String endpoint = simulator.endpoint().toString();
            output.print(
                    terminal,
                    Map.of("endpoint", endpoint),
                    () -> terminal.out().println("postrider.ses.endpoint=" + endpoint));
            terminal.note("The SES simulator is running. Ctrl-C ends it.");
            awaitEnd();
            return ExitCodes.DONE;
        }
    }

    private void awaitEnd() throws IOException, InterruptedException {
        if (untilEof) {
            System.in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        CountDownLatch interrupted = new CountDownLatch(1);
        context.interruption().onInterrupt(interrupted::countDown);
        interrupted.await();
    }

    private SimulatorOptions options() {
        SimulatorOptions options = SimulatorOptions.defaults().withPort(port);
        options = maxRate == null ? options : options.withMaxSendRate(maxRate);
        options = dailyQuota == null ? options : options.withMax24HourSend(dailyQuota);
        options = latency == null ? options : options.withLatency(Duration.ofMillis(latency));
        return record == null ? options : options.withRecordFile(record);
    }
}
