package dev.postrider.template;

import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** A template ready to be rendered. Thread-safe; everything it needs is in memory. */
public final class CompiledTemplate {

    private static final int MAX_SUBJECT = 998;
    private static final int MAX_PART = 1 << 20;

    private final TimeZones timeZones = new TimeZones();
    private final Template subject;
    private final Template html;
    private final @Nullable Template text;
    private volatile int expectedHtml = 4096;

    CompiledTemplate(Template subject, Template html, @Nullable Template text) {
        this.subject = subject;
        this.html = html;
        this.text = text;
    }

    /**
     * Renders all parts for one recipient.
     *
     * @param model maps, lists, text, numbers, booleans and instants; absent values are absent keys
     * @throws RenderFailed if a variable is missing, a value does not fit or the output is too large
     */
    public RenderedMessage render(Map<String, Object> model) {
        TimeZone zone = timeZones.of(model.get("recipient"));
        String line = subjectLine(process(subject, model, zone, 128, MAX_SUBJECT));
        String markup = process(html, model, zone, expectedHtml, MAX_PART);
        expectedHtml = markup.length() + markup.length() / 8;
        String plain = text == null ? HtmlToText.convert(markup) : process(text, model, zone, 2048, MAX_PART);
        return new RenderedMessage(line, markup, plain);
    }

    private String subjectLine(String rendered) {
        String line = rendered.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            throw new RenderFailed(TemplateFinding.error(subject.getName(), "the subject is empty"));
        }
        return line;
    }

    private static String process(
            Template template, Map<String, Object> model, TimeZone zone, int expected, int limit) {
        BoundedWriter out = new BoundedWriter(expected, limit);
        try {
            Environment environment = template.createProcessingEnvironment(model, out);
            environment.setTimeZone(zone);
            environment.process();
            return out.toString();
        } catch (TemplateException | IOException | RuntimeException | StackOverflowError e) {
            throw new RenderFailed(Failure.of(template.getName(), e));
        }
    }
}
