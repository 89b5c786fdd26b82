package dev.postrider.imports.source;

import java.nio.file.Path;

/** A file that cannot be imported at all; the message names the file, the line where there is one, and the cause. */
public final class InvalidImportFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidImportFile(Path file, String cause) {
        super(file + ": " + cause);
    }

    InvalidImportFile(Path file, long line, String cause) {
        super(file + ":" + line + ": " + cause);
    }
}
