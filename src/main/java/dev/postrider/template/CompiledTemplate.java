package dev.postrider.template;

import dev.postrider.template.engine.RenderWatchdog;
import dev.postrider.template.engine.TimeZones;
import dev.postrider.template.engine.Utf8Writer;
import dev.postrider.template.text.HtmlToText;
import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A template ready to be rendered. Thread-safe; everything it needs is in memory. */
public final class CompiledTemplate {

    private static final int MAX_SUBJECT = 998;
    private static final int MAX_PART = 1 << 20;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final TimeZones timeZones = new TimeZones();
    private final RenderWatchdog watchdog;
    private final Template subject;
    private final Template html;
    private final @Nullable Template text;
    private volatile int expectedLength = 8192;

    CompiledTemplate(RenderWatchdog watchdog, Template subject, Template html, @Nullable Template text) {
        this.watchdog = watchdog;
        this.subject = subject;
        this.html = html;
        this.text = text;
    }

    /**
     * Renders all parts for one recipient, with dates in the recipient's time zone, or in UTC where it is unknown.
     *
     * @param model maps, lists, text, numbers, booleans and instants; absent values are absent keys
     * @throws RenderFailed if a variable is missing, a value does not fit, or the output or the time for it is too large
     */
    public RenderedMessage render(Map<String, Object> model) {
        TimeZone zone = timeZones.of(model.get("recipient"));
        RenderWatchdog.Watch watch = watchdog.begin();
        try {
            Rendering rendering = new Rendering(model, zone, watch);
            String line = subjectLine(
                    rendering.render(subject, MAX_SUBJECT, MAX_SUBJECT).toString());
            RenderedText markup = rendering.render(html, expectedLength, MAX_PART);
            expectedLength = markup.length() + markup.length() / 8;
            RenderedText plain = text == null
                    ? RenderedText.of(HtmlToText.convert(markup.toString()))
                    : rendering.render(text, expectedLength / 4, MAX_PART);
            return new RenderedMessage(line, markup, plain);
        } finally {
            watch.end();
        }
    }

    private String subjectLine(String rendered) {
        String line = WHITE_SPACE.matcher(rendered).replaceAll(" ");
        if (line.isEmpty()) {
            throw new RenderFailed(TemplateFinding.error(subject.getName(), "the subject is empty"));
        }
        return line;
    }

    private record Rendering(Map<String, Object> model, TimeZone zone, RenderWatchdog.Watch watch) {

        RenderedText render(Template template, int expected, int limit) {
            Utf8Writer out = new Utf8Writer(Math.min(expected, limit), limit);
            try {
                Environment environment = template.createProcessingEnvironment(model, out);
                environment.setTimeZone(zone);
                environment.process();
                return new RenderedText(out.bytes(), 0, out.length()).stripped();
            } catch (TemplateException | IOException | RuntimeException | StackOverflowError e) {
                throw failure(template, e);
            }
        }

        private RuntimeException failure(Template template, Throwable cause) {
            if (watch.tripped()) {
                return new RenderFailed(TemplateFinding.error(template.getName(), "computes for too long"));
            } else if (Thread.currentThread().isInterrupted()) {
                return new IllegalStateException("interrupted while rendering " + template.getName(), cause);
            }
            return new RenderFailed(Failure.of(template.getName(), cause));
        }
    }
}
