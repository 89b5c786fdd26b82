package dev.postrider.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes what a template makes of a model into files that a browser and an editor open. Needs no stores. */
@Component
public class TemplatePreview {

    private final TemplateFolder folder;
    private final TemplateCompiler compiler;

    public TemplatePreview(TemplateSettings settings) {
        this.folder = new TemplateFolder(settings.templatesDir());
        this.compiler = new TemplateCompiler(settings.templatesLocale());
    }

    /**
     * Previews with the template's own {@code sample.json}.
     *
     * @throws TemplateNotFound if there is no such template
     * @throws InvalidTemplate if the template or its sample is not right
     * @throws RenderFailed if it cannot be rendered
     */
    public PreviewFiles writeSample(String name, Path directory) {
        TemplateFiles files = folder.read(name);
        return write(files, SampleModel.of(files), directory);
    }

    /** Previews with a model as {@link CompiledTemplate#render} takes it; fails as {@link #writeSample} does. */
    public PreviewFiles write(String name, Map<String, Object> model, Path directory) {
        return write(folder.read(name), model, directory);
    }

    private PreviewFiles write(TemplateFiles files, Map<String, Object> model, Path directory) {
        RenderedMessage message = compiler.compile(files).render(model);
        PreviewFiles preview = PreviewFiles.in(directory, files.name());
        try {
            Files.createDirectories(directory);
            Files.writeString(preview.subject(), message.subject() + "\n");
            Files.writeString(preview.html(), message.html().toString());
            Files.writeString(preview.text(), message.text() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the preview cannot be written to " + directory + ": " + e, e);
        }
        return preview;
    }
}
