package dev.postrider.template;

import dev.postrider.template.engine.PinnedLoader;
import dev.postrider.template.syntax.PermittedSyntax;
import dev.postrider.template.syntax.SyntaxNode;
import freemarker.core.Environment;
import freemarker.core.MarkupOutputFormat;
import freemarker.core.ParseException;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses one part of a template and all that it includes, and notes what is wrong instead of stopping at the first. */
final class TemplateParser {

    private static final int LONGEST_MESSAGE = 300;

    private final Configuration configuration;
    private final Set<TemplateFinding> findings;
    private final Map<String, Template> checked = new HashMap<>();

    TemplateParser(Configuration configuration, Set<TemplateFinding> findings) {
        this.configuration = configuration;
        this.findings = findings;
    }

    @Nullable
    Template parse(String path) {
        return parse(path, TemplateFinding.error(path, "is missing"));
    }

    private @Nullable Template parse(String path, TemplateFinding missing) {
        try {
            Template template = configuration.getTemplate(path);
            if (checked.putIfAbsent(template.getName(), template) == null) {
                check(template);
            }
            return template;
        } catch (TemplateNotFoundException | MalformedTemplateNameException e) {
            findings.add(missing);
        } catch (ParseException e) {
            String file = Objects.requireNonNullElse(e.getTemplateName(), path);
            findings.add(
                    TemplateFinding.error(file, e.getLineNumber(), e.getColumnNumber(), oneLine(e.getEditorMessage())));
        } catch (PinnedLoader.NotUtf8 e) {
            findings.add(TemplateFinding.error(e.file(), e.line(), 0, "is not valid UTF-8"));
        } catch (StackOverflowError e) {
            findings.add(TemplateFinding.error(path, "nests too deep"));
        } catch (IOException | IllegalArgumentException e) {
            findings.add(
                    TemplateFinding.error(path, 1, 1, "cannot be parsed: " + oneLine(String.valueOf(e.getMessage()))));
        }
        return null;
    }

    /** Makes all that was parsed obey the watchdog, once nothing more is to be parsed. */
    void addInterruptionChecks() {
        checked.values().forEach(_CoreAPI::addThreadInterruptedChecks);
    }

    private void check(Template template) {
        new PermittedSyntax((node, reason) -> findings.add(finding(template, node, reason))).check(template);
        boolean escapes =
                !(configuration.getOutputFormat() instanceof MarkupOutputFormat) || template.getAutoEscaping();
        if (template.getOutputFormat() != configuration.getOutputFormat() || !escapes) {
            findings.add(
                    TemplateFinding.error(template.getName(), 1, 1, "<#ftl> must not change how values are escaped"));
        }
        Environment environment = environment(template);
        for (SyntaxNode node : SyntaxNode.all(template)) {
            switch (node.kind()) {
                case "Include" -> follow(template, node, "includedTemplateNameExp", environment);
                case "LibraryLoad" -> follow(template, node, "importedTemplateNameExp", environment);
                default -> {}
            }
        }
    }

    private void follow(Template template, SyntaxNode include, String field, Environment environment) {
        SyntaxNode name = include.node(field);
        if (!name.isPlainText() || include.subtree().size() != 2) {
            findings.add(finding(template, include, "an include takes a path in quotes and nothing else"));
            return;
        }
        String path = (String) name.value("value");
        TemplateFinding missing = finding(template, include, "includes " + path + ", which is missing");
        try {
            parse(environment.toFullTemplateName(template.getName(), path), missing);
        } catch (MalformedTemplateNameException e) {
            findings.add(missing);
        }
    }

    private static Environment environment(Template template) {
        try {
            return template.createProcessingEnvironment(null, Writer.nullWriter());
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("FreeMarker has no environment for " + template.getName(), e);
        }
    }

    private static TemplateFinding finding(Template template, SyntaxNode node, String message) {
        return TemplateFinding.error(template.getName(), node.line(), node.column(), message);
    }

    private static String oneLine(String text) {
        String message = text.strip().replaceAll("\\s+", " ");
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...";
    }
}
