package dev.postrider.cli.demo;

import dev.postrider.cli.local.SimulatorProcess;
import dev.postrider.cli.local.StoresInMemory;
import dev.postrider.cli.run.RunText;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.InvalidArguments;
import dev.postrider.launch.Store;
import dev.postrider.samples.SampleRecipients;
import dev.postrider.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Show all of it: sample recipients, a campaign, the inactivity job.",
            "On embedded stores in memory and the simulator of SES; nothing leaves this machine."
        })
public final class DemoCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--recipients",
            paramLabel = "N",
            defaultValue = "" + SampleRecipients.DEFAULT_COUNT,
            description = "How many sample recipients (" + SampleRecipients.DEFAULT_COUNT + ").")
    private int recipients;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (recipients < 1) {
            throw new InvalidArguments("--recipients is 1 or more");
        }
        Terminal terminal = context.terminal();
        terminal.note("Starting stores in memory and the simulator of SES: nothing leaves this machine.");
        DemoDirectory directory = DemoDirectory.fresh();
        try (SimulatorProcess simulator = SimulatorProcess.start(directory.path(), directory.recording())) {
            StoresInMemory stores =
                    new StoresInMemory(directory.path(), () -> simulated(simulator)).withDefaults(files());
            return context.launch().work(stores, Set.of(Store.values()), beans -> {
                Demo demo = new Demo(beans, terminal, directory, simulator);
                Demo.Result result = demo.play(recipients);
                output.print(terminal, result, () -> demo.print(result));
                return RunText.exitCode(result.run().state());
            });
        }
    }

    private static Map<String, String> simulated(SimulatorProcess simulator) {
        return Map.of("postrider.ses.endpoint", simulator.endpoint(), "postrider.ses.configuration-set", "demo");
    }

    /** What the demo sends is in the working directory, or else comes with the program. */
    private static Map<String, Object> files() {
        Path home = Path.of(System.getenv().getOrDefault("POSTRIDER_HOME", "."));
        Map<String, Object> files = new HashMap<>();
        for (String name : List.of("jobs", "templates")) {
            if (!Files.isDirectory(Path.of(name))) {
                files.put("postrider." + name + "-dir", home.resolve(name).toString());
            }
        }
        return files;
    }
}
