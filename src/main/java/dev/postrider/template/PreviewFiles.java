package dev.postrider.template;

import java.nio.file.Path;

/** The files of a preview: {@code NAME.subject.txt}, {@code NAME.html} and {@code NAME.txt}. */
public record PreviewFiles(Path subject, Path html, Path text) {

    static PreviewFiles in(Path directory, String name) {
        return new PreviewFiles(
                directory.resolve(name + ".subject.txt"),
                directory.resolve(name + ".html"),
                directory.resolve(name + ".txt"));
    }
}
