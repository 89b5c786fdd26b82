package dev.postrider.template;

import dev.postrider.template.engine.Engine;
import dev.postrider.template.engine.PinnedLoader;
import dev.postrider.template.engine.RenderWatchdog;
import dev.postrider.template.engine.SubjectFormat;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Template;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses and checks all parts of a template, each with everything it includes. */
final class TemplateCompiler {

    private static final Duration MAX_COMPUTING = Duration.ofSeconds(2);

    private final RenderWatchdog watchdog;
    private final Locale locale;

    TemplateCompiler(Locale locale) {
        this(locale, MAX_COMPUTING);
    }

    TemplateCompiler(Locale locale, Duration maxComputing) {
        this.locale = locale;
        this.watchdog = new RenderWatchdog(maxComputing);
    }

    /** @throws InvalidTemplate with all that is wrong in any part */
    CompiledTemplate compile(TemplateFiles files) {
        Set<TemplateFinding> findings = new LinkedHashSet<>();
        Template subject = parse(files, files.subject(), new SubjectFormat(), findings);
        Template html = parse(files, files.body(), HTMLOutputFormat.INSTANCE, findings);
        Template text = files.hasText() ? parse(files, files.text(), PlainTextOutputFormat.INSTANCE, findings) : null;
        if (subject == null || html == null || !findings.isEmpty()) {
            throw new InvalidTemplate(List.copyOf(findings));
        }
        return new CompiledTemplate(watchdog, subject, html, text);
    }

    private @Nullable Template parse(
            TemplateFiles files, String path, OutputFormat format, Set<TemplateFinding> findings) {
        PinnedLoader loader = new PinnedLoader(files.files());
        TemplateParser parser = new TemplateParser(Engine.configuration(loader, format, locale), findings);
        Template template = parser.parse(path);
        parser.addInterruptionChecks();
        loader.seal();
        return template;
    }
}
