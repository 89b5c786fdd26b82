package dev.postrider.cli.shell;

import dev.postrider.terminal.Terminal;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
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
     * As {@link #print} for any number of results: each is printed as it comes, and JSON is an array of them.
     *
     * @param results passes on one after the other
     * @param people prints one for people
     */
    public <T> void stream(Terminal terminal, Consumer<Consumer<T>> results, Consumer<T> people) {
        if (!json) {
            results.accept(people);
            return;
        }
        try (SequenceWriter array =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValuesAsArray(terminal.out())) {
            results.accept(array::write);
        }
        terminal.out().println();
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
