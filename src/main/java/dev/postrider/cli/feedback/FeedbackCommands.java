package dev.postrider.cli.feedback;

import dev.postrider.audit.Audit;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditSubject;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.cli.shell.UnusableFile;
import dev.postrider.feedback.FeedbackImport;
import dev.postrider.feedback.ImportedFeedback;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "feedback", description = "Take in what SES says of mails after it took them.")
public final class FeedbackCommands {

    private final CommandContext context;

    public FeedbackCommands(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "import",
            description = {
                "Record the bounces and complaints in a file of SES events, JSON lines as Firehose or SNS write them.",
                "Each counts once, however often it is imported. Addresses that bounced for good or complained are"
                        + " suppressed."
            })
    int read(@Parameters(paramLabel = "FILE") Path file, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UnusableFile(file + ": no such file, or not readable");
        }
        ImportedFeedback result = context.launch()
                .look(
                        stores,
                        Set.of(Store.MONGODB),
                        beans -> beans.getBean(Audit.class)
                                .during(
                                        AuditAction.IMPORTED,
                                        AuditSubject.feedback(file.toString()),
                                        Map.of(),
                                        () -> read(file, beans.getBean(FeedbackImport.class))));
        output.print(terminal(), result, () -> print(result));
        return result.unreadable() == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private ImportedFeedback read(Path file, FeedbackImport feedback) {
        // What is not UTF-8 costs a letter, not the rest of the file.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return feedback.read(lines, (line, cause) -> terminal().error(file + ":" + line + ": " + cause));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(ImportedFeedback result) {
        new Facts()
                .add("recorded", result.recorded())
                .add("known", result.known())
                .add("other events", result.others())
                .add("without our tags", result.untagged())
                .add("unreadable lines", result.unreadable())
                .print(terminal());
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
