package dev.postrider.cli.bench;

import dev.postrider.bench.ContenderKind;
import dev.postrider.bench.Round;
import dev.postrider.cli.recipient.ImportCommand;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.imports.ImportParameters;
import dev.postrider.launch.Store;
import dev.postrider.samples.SampleRecipients;
import dev.postrider.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "bench",
        description = {
            "Measure the campaign job on this machine, and in the same run what it is compared with.",
            "naive is the pipeline that people write first: one recipient at a time find, render, SendEmail, mark."
                    + " floor is SendBulkEmail alone, of messages rendered beforehand.",
            "Stores and the SES simulator run in processes of their own; nothing leaves this machine."
        },
        subcommands = ContenderCommand.class)
public final class BenchCommand implements Callable<Integer> {

    private static final long SEED = 1;

    private final CommandContext context;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public BenchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        options.check();
        List<String> properties = context.launch().properties();
        try (BenchSite site = BenchSite.open(options, properties)) {
            BenchResult result =
                    context.launch().work(site.source(), Set.of(Store.values()), beans -> measure(site, beans));
            Files.writeString(site.result(), OutputOptions.json(result));
            output.print(terminal(), result, () -> BenchText.print(result, site.result(), terminal()));
            return ExitCodes.DONE;
        }
    }

    private BenchResult measure(BenchSite site, BeanFactory beans) {
        terminal().note(String.format(Locale.ROOT, "Importing %,d made-up recipients", options.recipients()));
        new SampleRecipients(SEED, LocalDate.now(ZoneOffset.UTC)).generate(options.recipients(), site.recipients());
        ImportCommand.run(ImportParameters.of(site.recipients()), beans, terminal());
        List<ContenderProcess> contenders = new ArrayList<>();
        try {
            for (ContenderKind kind :
                    options.alone() ? List.of(ContenderKind.CAMPAIGN) : List.of(ContenderKind.values())) {
                contenders.add(ContenderProcess.start(kind, site));
            }
            contenders.forEach(ContenderProcess::awaitStart);
            return BenchResult.of(options, race(contenders, site));
        } finally {
            contenders.forEach(ContenderProcess::close);
        }
    }

    private List<Lap> race(List<ContenderProcess> contenders, BenchSite site) {
        List<Lap> laps = new ArrayList<>();
        for (int number = 1; number <= options.rounds(); number++) {
            for (ContenderProcess contender : contenders) {
                CpuTimes before = CpuTimes.of(contender.handle(), site);
                Round round = contender.race(number);
                CpuTimes after = CpuTimes.of(contender.handle(), site);
                Lap lap = new Lap(
                        contender.kind(), options.warmsUp(number), round, after.microsSince(before, round.messages()));
                laps.add(lap);
                terminal().note(BenchText.line(number, lap));
            }
        }
        return laps;
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
