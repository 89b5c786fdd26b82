package dev.postrider.cli.template;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.template.PreviewFiles;
import dev.postrider.template.TemplateFinding;
import dev.postrider.template.TemplateFinding.Severity;
import dev.postrider.template.TemplateLint;
import dev.postrider.template.TemplatePreview;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Style;
import dev.postrider.terminal.Terminal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "template", description = "Check templates and look at what they make.")
public final class TemplateCommands {

    private final CommandContext context;

    public TemplateCommands(CommandContext context) {
        this.context = context;
    }

    @Command(description = "Find what is wrong with a template, or with all of them, before anybody gets it.")
    int lint(
            @Parameters(paramLabel = "NAME", arity = "0..1") @Nullable String name,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        Map<String, List<TemplateFinding>> findings =
                context.launch().look(stores, Set.of(), beans -> lint(name, beans));
        output.print(terminal(), findings, () -> findings.forEach(this::print));
        boolean errors = findings.values().stream()
                .flatMap(List::stream)
                .anyMatch(finding -> finding.severity() == Severity.ERROR);
        return errors ? ExitCodes.FAILED : ExitCodes.DONE;
    }

    private static Map<String, List<TemplateFinding>> lint(@Nullable String name, BeanFactory beans) {
        TemplateLint lint = beans.getBean(TemplateLint.class);
        Map<String, List<TemplateFinding>> findings = new LinkedHashMap<>();
        (name == null ? lint.names() : List.of(name)).forEach(each -> findings.put(each, lint.lint(each)));
        return findings;
    }

    private void print(String name, List<TemplateFinding> findings) {
        Terminal terminal = terminal();
        if (findings.isEmpty()) {
            terminal.out().println(name + ": " + terminal.out(Style.GREEN, "all is well"));
        }
        findings.forEach(finding -> terminal.out()
                .println(finding.place() + ": "
                        + (finding.severity() == Severity.ERROR
                                ? terminal.out(Style.RED, "error: ")
                                : terminal.out(Style.YELLOW, "warning: "))
                        + finding.message()));
    }

    @Command(description = "Write what a template makes, of its sample or of a recipient, into files to open.")
    int preview(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--recipient", paramLabel = "ID", description = "A recipient instead of the sample.")
                    @Nullable
                    String recipient,
            @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "Where to (out).")
                    Path directory,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        PreviewFiles files = recipient == null
                ? context.launch()
                        .look(
                                stores,
                                Set.of(),
                                beans -> beans.getBean(TemplatePreview.class).writeSample(name, directory))
                : context.launch()
                        .look(
                                stores,
                                Set.of(Store.MONGODB),
                                beans -> new RecipientPreview(beans).write(name, recipient, directory));
        output.print(
                terminal(),
                files,
                () -> new Facts()
                        .add("subject", files.subject())
                        .add("html", files.html())
                        .add("text", files.text())
                        .print(terminal()));
        return ExitCodes.DONE;
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
