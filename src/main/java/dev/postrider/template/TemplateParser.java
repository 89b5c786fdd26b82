package dev.postrider.template;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.Template;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses one part of a template and what it includes, and notes what is wrong instead of stopping at the first error. */
final class TemplateParser {

    private final Configuration configuration;
    private final Set<TemplateFinding> findings;
    private final Set<String> parsed = new HashSet<>();

    TemplateParser(Configuration configuration, Set<TemplateFinding> findings) {
        this.configuration = configuration;
        this.findings = findings;
    }

    @Nullable
    Template parse(String path) {
        parsed.add(path);
        try {
            return configuration.getTemplate(path);
        } catch (TemplateNotFoundException | MalformedTemplateNameException e) {
            findings.add(TemplateFinding.error(path, "is missing"));
        } catch (ParseException e) {
            findings.add(TemplateFinding.error(path, e.getLineNumber(), e.getColumnNumber(), oneLine(e)));
        } catch (PinnedLoader.NotUtf8 e) {
            findings.add(TemplateFinding.error(path, e.line(), 0, "is not valid UTF-8"));
        } catch (IOException e) {
            findings.add(TemplateFinding.error(path, "cannot be read: " + e.getMessage()));
        }
        return null;
    }

    private static String oneLine(ParseException e) {
        String message = e.getEditorMessage().strip().replaceAll("\\s+", " ");
        return message.length() <= 300 ? message : message.substring(0, 300) + "...";
    }
}
