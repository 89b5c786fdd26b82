package dev.postrider.cli.bench;

import dev.postrider.bench.BenchFiles;
import dev.postrider.launch.InvalidArguments;
import dev.postrider.ses.SesTransportKind;
import java.util.List;
import picocli.CommandLine.Option;

/** What is measured. */
final class BenchOptions {

    @Option(
            names = "--recipients",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many recipients are made (${DEFAULT-VALUE}).")
    private int recipients;

    @Option(
            names = "--html-size",
            paramLabel = "BYTES",
            defaultValue = "10000",
            description = "Length of the HTML part on average (${DEFAULT-VALUE}); the text part comes on top.")
    private int htmlSize;

    @Option(
            names = "--transport",
            paramLabel = "bulk|single",
            defaultValue = "bulk",
            description = "SendBulkEmail or SendEmail (${DEFAULT-VALUE}).")
    private SesTransportKind transport = SesTransportKind.BULK;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Milliseconds before each answer of the simulator (${DEFAULT-VALUE}).")
    private long latency;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often everybody sends, not counting the rounds before (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "2",
            description = "Rounds before, in which Java compiles; shown, but in no median (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--alone", description = "Measure the campaign job only, without the two it is compared with.")
    private boolean alone;

    @Option(
            names = "--java-options",
            paramLabel = "OPTIONS",
            defaultValue = "-Xmx512m -XX:NewRatio=1",
            description = "For the Java of each contender (${DEFAULT-VALUE}).")
    private String javaOptions = "";

    BenchOptions check() {
        refuseUnless(recipients >= 1, "--recipients is 1 or more");
        refuseUnless(htmlSize >= BenchFiles.MIN_HTML, "--html-size is " + BenchFiles.MIN_HTML + " or more");
        refuseUnless(latency >= 0, "--latency is 0 or more");
        refuseUnless(rounds >= 1, "--rounds is 1 or more");
        refuseUnless(warmUp >= 0, "--warm-up is 0 or more");
        return this;
    }

    private static void refuseUnless(boolean good, String message) {
        if (!good) {
            throw new InvalidArguments(message);
        }
    }

    int recipients() {
        return recipients;
    }

    int htmlSize() {
        return htmlSize;
    }

    SesTransportKind transport() {
        return transport;
    }

    long latency() {
        return latency;
    }

    /** All of them, those of the warm-up first. */
    int rounds() {
        return warmUp + rounds;
    }

    boolean warmsUp(int round) {
        return round <= warmUp;
    }

    boolean alone() {
        return alone;
    }

    List<String> javaOptions() {
        return javaOptions.isBlank() ? List.of() : List.of(javaOptions.strip().split("\\s+"));
    }
}
