package dev.postrider.template;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what is wrong with a template before anybody gets it. Needs no stores. */
@Component
public class TemplateLint {

    /** Gmail cuts a longer message off, and the unsubscribe link with it. */
    private static final int GMAIL_CLIPS = 102 * 1024;

    private static final String PROBE = "https://mail.example.com/u/lint";

    private final TemplateFolder folder;
    private final TemplateCompiler compiler;

    public TemplateLint(TemplateSettings settings) {
        this.folder = new TemplateFolder(settings.templatesDir());
        this.compiler = new TemplateCompiler(settings.templatesLocale());
    }

    /** Names of all templates, sorted. */
    public List<String> names() {
        return folder.names();
    }

    /**
     * Empty when all is well.
     *
     * @throws TemplateNotFound if there is no such template
     */
    public List<TemplateFinding> lint(String name) {
        Set<TemplateFinding> findings = new LinkedHashSet<>();
        try {
            TemplateFiles files = folder.read(name);
            Map<String, Object> sample = sample(files, findings);
            Trial trial = new Trial(files, compiler.compile(files), findings);
            trial.render(sample);
            trial.render(SampleVariants.bare(sample));
            SampleVariants.forEach(sample, trial::render);
        } catch (InvalidTemplate e) {
            findings.addAll(e.findings());
        }
        return List.copyOf(findings);
    }

    /** A template without a proper sample is tried with what every mail has. */
    private static Map<String, Object> sample(TemplateFiles files, Set<TemplateFinding> findings) {
        Map<String, Object> sample = new LinkedHashMap<>();
        try {
            sample.putAll(SampleModel.of(files));
        } catch (InvalidTemplate e) {
            findings.addAll(e.findings());
            sample.put("campaign", Map.of("name", files.name()));
            sample.put("slot", Instant.EPOCH);
            sample.putAll(SampleVariants.bare(sample));
        }
        sample.put("unsubscribeUrl", PROBE);
        return sample;
    }

    private record Trial(TemplateFiles files, CompiledTemplate template, Set<TemplateFinding> findings) {

        void render(Map<String, Object> model) {
            try {
                check(template.render(model));
            } catch (RenderFailed e) {
                findings.add(e.finding());
            }
        }

        private void check(RenderedMessage message) {
            String html = message.html().toString();
            if (!html.contains("href=\"" + PROBE + "\"") && !html.contains("href='" + PROBE + "'")) {
                findings.add(
                        TemplateFinding.error(files.body(), "has no unsubscribe link: <a href=\"${unsubscribeUrl}\">"));
            }
            if (!message.text().toString().contains(PROBE)) {
                String file = files.hasText() ? files.text() : files.body();
                findings.add(TemplateFinding.warning(file, "the text part has no unsubscribe link: ${unsubscribeUrl}"));
            }
            if (message.html().length() > GMAIL_CLIPS) {
                findings.add(TemplateFinding.error(files.body(), "makes more than 102 kB of HTML, which Gmail clips"));
            }
        }
    }
}
