package dev.postrider.template;

import org.springframework.stereotype.Component;

/** The templates of the templates folder, and those that runs have pinned. */
@Component
public class Templates {

    private final TemplateFolder folder;
    private final TemplateCompiler compiler;
    private final PinnedTemplates pinned;

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
     * Compiles what has been pinned, without a look at the folder.
     *
     * @throws TemplateNotFound if nothing has been pinned under this hash
     */
    public CompiledTemplate compile(String hash) {
        return compiler.compile(pinned.get(hash));
    }
}
