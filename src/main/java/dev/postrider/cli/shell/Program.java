package dev.postrider.cli.shell;

import dev.postrider.PostriderApplication;
import dev.postrider.launch.Arguments;
import dev.postrider.launch.Failures;
import dev.postrider.launch.Interruption;
import dev.postrider.launch.InvalidArguments;
import dev.postrider.launch.Launch;
import dev.postrider.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One run of the program: takes the command line apart, runs the command and says what went wrong. */
public final class Program {

    /** The option that asks for stack traces. */
    public static final String DEBUG = "--debug";

    private static final int MIN_WIDTH = 60;
    private static final int MAX_WIDTH = 110;

    private final Terminal terminal;
    private final Interruption interruption;
    private final Class<?> root;

    /** @param root the class of the command that has all others */
    public Program(Terminal terminal, Class<?> root) {
        this.root = root;
        this.terminal = terminal;
        this.interruption = new Interruption(terminal);
    }

    /** Returns the exit code. */
    public int run(String... arguments) {
        interruption.listen();
        int exitCode = execute(arguments);
        interruption.ended(exitCode);
        return exitCode;
    }

    int execute(String... arguments) {
        try {
            Arguments split = Arguments.of(arguments);
            return commandLine(split.properties()).execute(split.command().toArray(String[]::new));
        } catch (InvalidArguments e) {
            return wrongUsage(Failures.line(e), "postrider");
        }
    }

    CommandLine commandLine(List<String> properties) {
        Launch launch = new Launch(PostriderApplication.class, terminal, interruption, properties);
        CommandContext context = new CommandContext(terminal, launch, interruption);
        CommandLine line = new CommandLine(root, new CommandFactory(context));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colouredOut() ? Ansi.ON : Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(Math.max(MIN_WIDTH, Math.min(terminal.columns(), MAX_WIDTH)));
        line.setParameterExceptionHandler((failure, arguments) -> wrongUsage(failure));
        line.setExecutionExceptionHandler((failure, command, result) ->
                failed(failure, result.originalArgs().contains(DEBUG)));
        return line;
    }

    private int wrongUsage(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (failure.getClass() == ParameterException.class && isGroup(command)) {
            command.usage(terminal.err());
            return ExitCodes.USAGE;
        }
        return wrongUsage(
                Failures.line(failure) + suggestion(failure),
                command.getCommandSpec().qualifiedName());
    }

    private static boolean isGroup(CommandLine command) {
        Object object = command.getCommand();
        return !command.getSubcommands().isEmpty() && !(object instanceof Runnable || object instanceof Callable);
    }

    private static String suggestion(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
                : "";
    }

    private int wrongUsage(String message, String command) {
        terminal.error(message + " (see: " + command + " --help)");
        return ExitCodes.USAGE;
    }

    private int failed(Exception failure, boolean debug) {
        if (failure instanceof InvalidArguments) {
            return wrongUsage(Failures.line(failure), "postrider");
        }
        terminal.error(Failures.line(failure));
        if (debug) {
            failure.printStackTrace(terminal.err());
        }
        return ExitCodes.FAILED;
    }
}
