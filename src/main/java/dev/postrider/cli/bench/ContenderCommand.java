package dev.postrider.cli.bench;

import dev.postrider.bench.Contender;
import dev.postrider.bench.ContenderKind;
import dev.postrider.cli.local.StoresInMemory;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.launch.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** One contender: says {@value #READY} once it has started, races once for each number that it reads, and answers with the round as a line of JSON. */
@Command(name = "contender", hidden = true, description = "One process of the bench.")
public final class ContenderCommand implements Callable<Integer> {

    static final String READY = "ready";

    private final CommandContext context;

    @Parameters(paramLabel = "WHO")
    private ContenderKind kind = ContenderKind.CAMPAIGN;

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    @Option(names = "--most", required = true)
    private int most;

    public ContenderCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.launch().work(new StoresInMemory(data, Map::of), Set.of(Store.values()), beans -> {
            race(beans.getBean(kind.type()));
            return ExitCodes.DONE;
        });
    }

    private void race(Contender contender) {
        JsonMapper json = JsonMapper.shared();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        say(READY);
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(json.writeValueAsString(contender.race(Integer.parseInt(line), most)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(String line) {
        context.terminal().out().println(line);
        context.terminal().out().flush();
    }
}
