package dev.postrider.cli.shell;

import dev.postrider.terminal.Terminal;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The option of every command that prints results. */
public final class OutputOptions {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    /** As it is printed. */
    public static String json(Object result) {
        return JSON.writeValueAsString(result);
    }

    /**
     * @param result whose JSON scripts rely on
     * @param people prints the same for people
     */
    public void print(Terminal terminal, Object result, Runnable people) {
        if (json) {
            terminal.out().println(json(result));
        } else {
            people.run();
        }
    }
}
