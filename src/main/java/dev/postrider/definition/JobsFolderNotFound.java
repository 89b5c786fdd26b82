package dev.postrider.definition;

import java.nio.file.Path;

/** The folder in which campaigns are defined cannot be read. */
public final class JobsFolderNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobsFolderNotFound(Path folder, String cause) {
        super("the jobs folder " + folder + " cannot be read (postrider.jobs-dir): " + cause);
    }
}
