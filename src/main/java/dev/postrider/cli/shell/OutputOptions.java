package dev.postrider.cli.shell;

import dev.postrider.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    public boolean asJson() {
        return json;
    }

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
        array(terminal.out(), results);
    }

    /**
     * As {@link #stream} to wherever people want it; the stream is left open.
     *
     * @param people writes all of them for people
     */
    public <T> void stream(OutputStream out, Consumer<Consumer<T>> results, Runnable people) {
        if (json) {
            array(out, results);
        } else {
            people.run();
        }
    }

    private static <T> void array(OutputStream out, Consumer<Consumer<T>> results) {
        try (SequenceWriter array =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValuesAsArray(out)) {
            results.accept(array::write);
        }
        new PrintStream(out, true, StandardCharsets.UTF_8).println();
    }

    /** As {@link #print}, one of several that follow each other: as JSON each is one line. */
    public void printNext(Terminal terminal, Object result, Runnable people) {
        if (json) {
            terminal.out()
                    .println(JSON.writer()
                            .without(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(result));
        } else {
            people.run();
        }
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
