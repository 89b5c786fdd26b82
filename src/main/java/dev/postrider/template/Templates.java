package dev.postrider.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The templates of the templates folder, and those that runs have pinned. Thread-safe. */
@Component
public class Templates {

    private final TemplateFolder folder;
    private final TemplateCompiler compiler;
    private final PinnedTemplates pinned;
    private final Map<String, CompiledTemplate> recent = new Recent();

    Templates(TemplateSettings settings, PinnedTemplates pinned) {
        this.folder = new TemplateFolder(settings.templatesDir());
        this.compiler = new TemplateCompiler(settings.templatesLocale());
        this.pinned = pinned;
    }

    /**
     * Stores all files of a template, shared pieces included, once by their content, and returns the hash. What is edited
     * or deleted in the folder afterwards has no influence on what the hash compiles to. Repeating it is harmless.
     *
     * @throws TemplateNotFound if the folder has no such template
     * @throws InvalidTemplate if it could not be rendered for anybody: then nothing is stored
     */
    public String pin(String name) {
        TemplateFiles files = folder.read(name);
        compiler.compile(files);
        return pinned.add(files);
    }

    /**
     * Compiles what has been pinned, without a look at the folder. What was asked for lately is kept, so this may be
     * called as often as is convenient.
     *
     * @throws TemplateNotFound if nothing has been pinned under this hash
     */
    public CompiledTemplate compile(String hash) {
        synchronized (recent) {
            return recent.computeIfAbsent(hash, key -> compiler.compile(pinned.get(key)));
        }
    }

    /**
     * The model in the {@code sample.json} of a pinned template.
     *
     * @throws InvalidTemplate if it has none, or one that nothing can be rendered with
     */
    public Map<String, Object> sample(String hash) {
        return SampleModel.of(pinned.get(hash));
    }

    private static final class Recent extends LinkedHashMap<String, CompiledTemplate> {

        private static final long serialVersionUID = 1L;
        private static final int LIMIT = 16;

        Recent() {
            super(LIMIT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompiledTemplate> eldest) {
            return size() > LIMIT;
        }
    }
}
