package dev.postrider.embedded;

import java.nio.file.Path;

/** Another process runs its stores on the data directory. */
public class StoresBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoresBusy(Path directory) {
        super(directory + " is in use by the stores of another process");
    }
}
