package dev.postrider.imports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** The reject file could not be written; the import stops before it would lose a refused row, and can be continued. */
public final class RejectFileFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RejectFileFailed(Path path, IOException cause) {
        super("cannot write the reject file " + path + ": " + reason(cause));
    }

    private static String reason(IOException cause) {
        return cause instanceof AccessDeniedException ? "permission denied" : String.valueOf(cause.getMessage());
    }
}
